// Before the first paint: follow the system unless the person has chosen (then the server has set the attribute).
const root = document.documentElement;
if (!root.dataset.bsTheme) root.dataset.bsTheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
