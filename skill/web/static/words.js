// The page's words, which come from the content, and small helpers for putting them on it.
export const $ = (id) => document.getElementById(id);
export const words = JSON.parse($("words").textContent);
export const locale = $("form").elements.locale.value;

export const say = (text) => { $("status").textContent = text; };
export const shows = (...texts) => texts.includes($("status").textContent);
export const chosen = (name) => document.querySelector(`input[name=${name}]:checked`)?.value;
export const choose = (name, value) => { const found = document.querySelector(`input[name=${name}][value=${value}]`); if (found) { found.checked = true; } };

export function element(tag, name, ...inside) {
  const node = document.createElement(tag);
  node.className = name;
  node.append(...inside);
  return node;
}
