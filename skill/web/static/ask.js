// A question out, an answer in. The conversation's state travels with the person; it lives here and in the forms, nowhere else.
import { $, element, locale, words } from "./words.js";

let state = JSON.parse($("form").elements.state.value);

export function keep(next) {
  state = next;
  for (const input of document.querySelectorAll("input[name=state]")) { input.value = JSON.stringify(state); }
}
export const keepSpeed = (speed) => keep({ ...state, speed });

export async function post(url, body, type = "application/json") {
  const answer = await fetch(url, { method: "POST", body, headers: { "Content-Type": type }, credentials: "omit", cache: "no-store" });
  const found = await answer.json();
  if (!answer.ok) { throw new Error(found.error); }
  return found;
}

export async function ask(question) {  // no question opens a conversation
  const found = await post("/api/ask", JSON.stringify({ question, state, locale }));
  keep(found.state);
  return found;
}

export function show(question, found) {
  const parts = [];
  if (found.helplines.length) { parts.push(element("ul", "numbers", ...found.helplines.map((line) => element("li", "", link(line))))); }
  if (question) { parts.push(element("p", "asked", element("span", "who", words.you_asked), " " + question)); }
  parts.push(element("p", "said", ...found.sentences.flatMap((each) => [element("span", "", each.text), " "])));
  $("log").replaceChildren(element("div", "answer", ...parts));
  $("moves").hidden = !question;
}

function link(line) {
  const node = element("a", line.name, `${words.call} ${line.number}`);
  if (line.say !== line.number) { node.append(" ", element("span", "", line.say)); }
  node.href = line.tel;
  return node;
}
