// Repeats draws of experts from their records and says whether each came out as recorded. Needs Node alone:
//   node verify-draw.mjs record.json
// A file may hold many records, one a line. Prints "ok" or what does not agree, a line each; ends with 1 if any does not.
// Written from the words of TitleWorkflow.Draw/1, not from the program that draws:
//   number  four bytes, big-endian        text  its length in bytes as a number, then UTF-8 of NFC
//   id      sixteen bytes as printed      flag  one byte, 1 or 0
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const MEMBERS = ['algorithm', 'subject', 'committee', 'meetingOn', 'round', 'reason', 'frozenAt', 'policy', 'policyHash',
  'exclusions', 'pool', 'poolHash', 'inputs', 'seed', 'walk', 'members', 'alternates', 'witness', 'drawnAt', 'digest'];

const number = value => {
  if (!Number.isInteger(value) || value < 0) throw new Error(`${value} is no number of a record`);
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
const text = value => {
  const bytes = Buffer.from(value.normalize('NFC'), 'utf8');
  return Buffer.concat([number(bytes.length), bytes]);
};
const id = value => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) throw new Error(`${value} is no id`);
  return Buffer.from(value.replaceAll('-', ''), 'hex');
};
const flag = value => Buffer.from([value ? 1 : 0]);
const hex = value => Buffer.from(value, 'hex');
const hash = parts => createHash('sha256').update(Buffer.concat(parts)).digest('hex');

const policyHash = p => hash([text('TitleWorkflow.DrawPolicy/1'), number(p.size), number(p.alternates),
  number(p.enterpriseShare), number(p.outsideShare), number(p.maxPerEmployer),
  number(p.inputs.length), ...p.inputs.map(text)]);

const poolHash = (exclusions, pool) => hash([text('TitleWorkflow.DrawPool/1'), number(exclusions.length),
  ...exclusions.flatMap(e => [text(e.filter), number(e.enterprise), number(e.other)]),
  number(pool.length),
  ...pool.flatMap(c => [id(c.expert), flag(c.fromEnterprise), flag(c.outside), text(c.employer)])]);

const seedOf = r => hash([text('TitleWorkflow.Draw/1'), number(r.inputs.length),
  ...r.inputs.flatMap(i => [text(i.name), text(i.value)]),
  hex(r.poolHash), hex(r.policyHash), id(r.subject), number(r.round), text(r.reason ?? '')]);

const digestOf = r => hash([text('TitleWorkflow.DrawRecord/1'), hex(r.seed), id(r.committee), text(r.meetingOn),
  text(r.frozenAt), text(r.drawnAt), id(r.witness)]);

// The counter stream: eight words a block, words that would favour small numbers thrown away.
const stream = seed => {
  const key = hex(seed);
  let [blocks, block, word] = [0n, null, 8];
  const next = () => {
    if (word === 8) {
      const counter = Buffer.alloc(8);
      counter.writeBigUInt64BE(blocks++);
      [block, word] = [createHmac('sha256', key).update(counter).digest(), 0];
    }
    return block.readUInt32BE(4 * word++);
  };
  return bound => {
    const limit = Math.floor(2 ** 32 / bound) * bound;
    let value = next();
    while (value >= limit) value = next();
    return value % bound;
  };
};

const roundedUp = (whole, percent) => Math.floor((whole * percent + 99) / 100);

// What employers still allow, counted anew from the people each time: slow, and hard to get wrong.
const most = (waiting, used, cap, insideLeft, kinds) => {
  const left = new Map();
  for (const person of waiting) {
    if (!kinds.includes(person.fromEnterprise)) continue;
    const at = left.get(person.employer) ?? { outside: person.outside, count: 0 };
    at.count++;
    left.set(person.employer, at);
  }
  let [outside, inside] = [0, 0];
  for (const [employer, at] of left) {
    const seats = Math.min(cap - (used.get(employer) ?? 0), at.count);
    if (at.outside) outside += seats; else inside += seats;
  }
  return outside + Math.min(inside, insideLeft);
};

const draw = (pool, policy, seed) => {
  const { size, alternates, maxPerEmployer: cap } = policy;
  let insideLeft = size - roundedUp(size, policy.outsideShare);
  const used = new Map();
  const leastMembers = roundedUp(size, policy.enterpriseShare);
  const leastAlternates = roundedUp(alternates, policy.enterpriseShare);
  const others = most(pool, used, cap, insideLeft, [false]);
  const otherMembers = Math.min(size - leastMembers, others);
  const otherAlternates = Math.min(alternates - leastAlternates, others - otherMembers);
  const open = {
    Member: { true: size - otherMembers, false: otherMembers },
    Alternate: { true: alternates - otherAlternates, false: otherAlternates },
  };
  const below = stream(seed);
  const order = [...pool];
  const walk = [];
  const stillOpen = kind => open.Member[kind] + open.Alternate[kind];
  for (let i = 0; stillOpen(true) + stillOpen(false) > 0; i++) {
    if (i === order.length) throw new Error('the pool does not fill the seats');
    const j = i + below(order.length - i);
    [order[i], order[j]] = [order[j], order[i]];
    const person = order[i];
    const kind = person.fromEnterprise;
    walk.push({ expert: person.expert, kind: step() });

    function step() {
      if (stillOpen(kind) === 0) return 'StratumFull';
      if ((used.get(person.employer) ?? 0) >= cap) return 'EmployerFull';
      if (!person.outside && insideLeft === 0) return 'InsideFull';
      const seat = open.Member[kind] > 0 ? 'Member' : 'Alternate';
      change(seat, 1);
      const waiting = order.slice(i + 1);
      if (stillOpen(true) <= most(waiting, used, cap, insideLeft, [true])
        && stillOpen(false) <= most(waiting, used, cap, insideLeft, [false])
        && stillOpen(true) + stillOpen(false) <= most(waiting, used, cap, insideLeft, [true, false])) return seat;
      change(seat, -1);
      return 'Reserved';
    }

    function change(seat, seats) {
      open[seat][kind] -= seats;
      used.set(person.employer, (used.get(person.employer) ?? 0) + seats);
      if (!person.outside) insideLeft -= seats;
    }
  }
  return walk;
};

const check = record => {
  const agree = (what, recorded, found) => {
    if (JSON.stringify(recorded) !== JSON.stringify(found)) throw new Error(`${what} does not agree`);
  };
  agree('the list of members', Object.keys(record), MEMBERS);
  agree('algorithm', record.algorithm, 'TitleWorkflow.Draw/1');
  const pool = [...record.pool].sort((a, b) => (a.expert < b.expert ? -1 : 1));
  agree('policyHash', record.policyHash, policyHash(record.policy));
  agree('poolHash', record.poolHash, poolHash(record.exclusions, pool));
  agree('inputs', record.inputs.map(i => i.name), record.policy.inputs);
  agree('seed', record.seed, seedOf(record));
  const walk = draw(pool, record.policy, record.seed);
  const of = kind => walk.filter(s => s.kind === kind).map(s => s.expert);
  agree('walk', record.walk, walk);
  agree('members', record.members, of('Member'));
  agree('alternates', record.alternates, of('Alternate'));
  agree('digest', record.digest, digestOf(record));
};

const records = content => {
  try {
    return [JSON.parse(content)];
  } catch {
    return content.split('\n').filter(line => line.trim()).map(line => JSON.parse(line));
  }
};

for (const record of records(readFileSync(process.argv[2], 'utf8'))) {
  try {
    check(record);
    console.log('ok');
  } catch (failure) {
    console.log(failure.message);
    process.exitCode = 1;
  }
}
