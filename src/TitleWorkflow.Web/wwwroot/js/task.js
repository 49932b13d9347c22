// The task page: the running total of a score sheet, how many experts are chosen, one more line for a supplement notice.
export function startTasks(part) {
  for (const sheet of part.querySelectorAll('[data-scores]')) total(sheet);
  for (const group of part.querySelectorAll('[data-tally]')) tally(group);
  for (const rows of part.querySelectorAll('[data-rows]')) grow(rows);
}

function total(sheet) {
  const output = sheet.querySelector('[data-total]');
  const add = () => { output.textContent = worth(sheet); };
  sheet.addEventListener('input', add);
  add();
}

// A group of indicators is worth what it adds up to, within its cap.
function worth(part) {
  const owner = element => element.parentElement.closest('[data-cap], [data-scores]');
  const sum = (selector, points) => [...part.querySelectorAll(selector)]
    .filter(element => owner(element) === part).reduce((total, element) => total + points(element), 0);
  const points = sum('[data-stepper] input', input => Number(input.value) || 0) + sum('[data-cap]', worth);
  return Math.min(Number(part.dataset.cap ?? Infinity), points);
}

function tally(group) {
  const text = group.querySelector('[data-tally-text]');
  const count = () => { text.textContent = group.dataset.tally.replace('{0}', group.querySelectorAll(':checked').length); };
  group.addEventListener('change', count);
  count();
}

// Without JavaScript the button asks the server for the same line.
function grow(rows) {
  const list = rows.querySelector('ol');
  rows.querySelector('[data-add-row]').addEventListener('click', event => {
    event.preventDefault();
    const row = list.lastElementChild.cloneNode(true);
    const input = row.querySelector('input');
    const place = list.children.length;
    input.name = input.name.replace(/\d+/, place);
    input.id = input.id.replace(/\d+/, place);
    input.value = '';
    input.setAttribute('aria-label', input.dataset.label.replace('{0}', place + 1));
    list.append(row);
    input.focus();
  });
}
