// Buttons for less and more beside a number; the bounds are the server's to enforce.
export function startSteppers(part) {
  for (const stepper of part.querySelectorAll('[data-stepper]')) {
    const input = stepper.querySelector('input');
    for (const button of stepper.querySelectorAll('[data-way]')) {
      button.hidden = false;
      button.addEventListener('click', () => {
        const next = (Number(input.value) || 0) + Number(button.dataset.way) * Number(stepper.dataset.stepper);
        input.value = Math.min(Number(input.dataset.max), Math.max(Number(input.dataset.min), next));
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }
  }
}
