"use strict";
// Draws as much of APL as our documents use: resources, styles with states, layouts, bindings, and flexbox.
const { document: apl, datasources, viewport } = given;
const state = { karaoke: false, pressed: false, focused: false };
const environment = { screenMode: "normal" };
const payload = datasources;
const resources = {};
for (const block of apl.resources || []) {
  if (holds(block.when, {})) for (const kind of ["colors", "dimensions", "strings"]) Object.assign(resources, block[kind]);
}


function evaluate(text, scope) {
  const names = { viewport, environment, payload, resources, ...scope };
  return new Function(...Object.keys(names), `"use strict"; return (${text.replace(/@(\w+)/g, 'resources["$1"]')});`)(...Object.values(names));
}

function value(raw, scope) {
  if (typeof raw !== "string") return raw;
  const whole = /^\$\{([^}]*)\}$/.exec(raw);
  const found = whole ? evaluate(whole[1], scope) : raw.replace(/\$\{([^}]*)\}/g, (_, text) => evaluate(text, scope));
  return typeof found === "string" && found.startsWith("@") ? resources[found.slice(1)] : found;
}

function holds(when, scope) {
  return when === undefined || Boolean(value(when, scope));
}

const list = (each) => (each === undefined ? [] : Array.isArray(each) ? each : [each]);
const length = (size) => (typeof size === "number" ? `${size}px` : String(size).replace(/dp$/, "px"));

function styled(part, states) {
  const chosen = {};
  for (const block of (apl.styles?.[part.style]?.values) || []) if (holds(block.when, { state: states })) Object.assign(chosen, block);
  delete chosen.when;
  return { ...chosen, ...part };
}

const LENGTHS = ["width", "height", "minHeight", "paddingLeft", "paddingRight", "paddingTop", "paddingBottom", "fontSize", "borderWidth", "borderRadius"];
const PLAIN = { color: "color", backgroundColor: "backgroundColor", borderColor: "borderColor", fontWeight: "fontWeight", lineHeight: "lineHeight", textAlign: "textAlign", direction: "flexDirection", alignSelf: "alignSelf", justifyContent: "justifyContent", grow: "flexGrow", shrink: "flexShrink" };

const CSS_NAMES = { flexStart: "flex-start", flexEnd: "flex-end" };

function dress(node, part, scope) {
  for (const name of LENGTHS) if (part[name] !== undefined) node.style[name] = length(value(part[name], scope)).replace("vw", "%").replace("vh", "%");
  for (const [name, css] of Object.entries(PLAIN)) if (part[name] !== undefined) node.style[css] = CSS_NAMES[value(part[name], scope)] ?? value(part[name], scope);
  if (part.wrap) node.style.flexWrap = value(part.wrap, scope) === "wrap" ? "wrap" : "nowrap";
  if (part.spacing) node.style.marginTop = length(value(part.spacing, scope));
  if (part.grow) node.style.flexBasis = 0;
}

const TAGS = { TouchWrapper: "button" };

function inflate(raw, scope, into, states) {
  if (!holds(raw.when, scope)) return;
  const layout = apl.layouts?.[raw.type];
  if (layout) {
    const own = Object.fromEntries(layout.parameters.map((name) => [name, value(raw[name], scope)]));
    list(layout.item || layout.items).slice(0, 1).forEach((each) => inflate(each, { ...scope, ...own }, into, states));
    return;
  }
  const mine = raw.inheritParentState ? states : { ...state, karaoke: scope.karaoke === true && Boolean(raw.speech) };
  const part = styled(raw, mine);
  const node = document.createElement(TAGS[part.type] || "div");
  node.className = part.type.toLowerCase();
  if (part.id) node.id = value(part.id, scope);
  dress(node, part, scope);
  if (part.type === "Text") {
    node.innerHTML = value(part.text, scope);
    if (part.textAlignVertical === "center") node.className += " middle";
  }
  into.append(node);
  children(part, scope, node, mine);
}

function children(part, scope, node, states) {
  const bound = Object.fromEntries(list(part.bind).map((each) => [each.name, value(each.value, scope)]));
  const inner = { ...scope, ...bound }, rows = value(part.data, inner), parts = [...list(part.item), ...list(part.items)];
  if (!Array.isArray(rows)) return parts.forEach((each) => inflate(each, inner, node, states));
  rows.forEach((data, index) => {
    parts.slice(0, 1).forEach((each) => inflate(each, { ...inner, data, index, karaoke: part.id === "said" && index === given.reading }, node, states));
  });
  return undefined;
}

const screen = document.getElementById("screen");
screen.style.cssText += `width:${viewport.width}px;height:${viewport.height}px;${viewport.shape === "round" ? "border-radius:50%;" : ""}`;
inflate(apl.mainTemplate.items[0], {}, screen, state);
document.getElementById("label").textContent = given.label;
const read = document.getElementById("said")?.children[given.reading];
read?.scrollIntoView({ block: "center" });
