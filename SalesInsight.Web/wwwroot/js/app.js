// The few things only the browser can do. No framework, no inline handlers.
const root = document.documentElement;

// Appearance: the server reads the same cookie while it renders, so a reload never flashes.
function setTheme(theme) {
  const year = 60 * 60 * 24 * 365;
  document.cookie = `ui-theme=${theme};path=/;max-age=${year};samesite=lax`;
  root.dataset.theme = theme;
  showTheme();
}

const isDark = () => root.dataset.theme
  ? root.dataset.theme === "dark"
  : matchMedia("(prefers-color-scheme: dark)").matches;

function showTheme() {
  for (const toggle of document.querySelectorAll("[data-theme-toggle]")) {
    toggle.setAttribute("aria-checked", String(isDark()));
  }
}

document.addEventListener("click", event => {
  if (event.target.closest("[data-theme-toggle]")) setTheme(isDark() ? "light" : "dark");
  if (event.target.closest("[data-reload]")) location.reload();
  const menu = event.target.closest("[popover]");
  if (menu?.matches(":popover-open") && event.target.closest("a, [data-closes]")) menu.hidePopover();
});
document.addEventListener("toggle", event => {
  const opener = document.querySelector(`[popovertarget="${event.target.id}"]`);
  opener?.setAttribute("aria-expanded", String(event.newState === "open"));
  if (event.newState === "open") showTheme();
}, true);

// Keys: an element with data-key="n" (or "g c", "ctrl+z") is pressed by that key, outside fields only.
const sequenceMs = 1500;
let pending = { key: "", at: 0 };

function keyName(event) {
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const ctrl = event.ctrlKey || event.metaKey ? "ctrl+" : "";
  const shift = event.shiftKey && /^[a-z]$/.test(name) ? "shift+" : "";
  return ctrl + shift + name;
}

document.addEventListener("keydown", event => {
  if (event.defaultPrevented || event.altKey || event.isComposing || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable], [role=radiogroup]")) return;
  const open = document.querySelector("dialog[open], [popover]:popover-open, .rz-dialog");
  if (open && !open.contains(event.target)) return;
  const key = keyName(event);
  const plain = !key.startsWith("ctrl+");
  if (plain && localStorage.getItem("single-keys") === "off") return;
  const pair = event.timeStamp - pending.at < sequenceMs ? `${pending.key} ${key}` : "";
  pending = { key, at: event.timeStamp };
  const find = name => name && [...document.querySelectorAll(`[data-key="${CSS.escape(name)}"]`)]
    .find(element => !element.disabled
      // what a closed menu offers has its key all the same
      && (element.closest("[popover]") || element.checkVisibility({ visibilityProperty: true })));
  const target = find(pair) || find(key);
  if (!target) return;
  event.preventDefault();
  target.click();
});

// A lost circuit: the server forgot this page, so it can only be loaded again.
// What is being typed is never thrown away.
function watchConnection() {
  const banner = document.getElementById("components-reconnect-modal");
  if (!banner) return;
  new MutationObserver(() => {
    if (!banner.classList.contains("components-reconnect-rejected")) return;
    const typed = [...document.querySelectorAll("input, textarea")]
      .some(field => field.value !== field.defaultValue && field.type !== "hidden" && field.type !== "radio");
    if (!typed) location.reload();
  }).observe(banner, { attributes: true, attributeFilter: ["class"] });
}

// Typing goes on behind what was put in, and whoever listens to typing hears of it.
function insertAtCaret(selector, text) {
  const field = document.querySelector(selector);
  if (!field) return;
  field.focus();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

window.salesInsight = {
  setTheme,
  timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  setSingleKeys: on => localStorage.setItem("single-keys", on ? "on" : "off"),
  singleKeys: () => localStorage.getItem("single-keys") !== "off",
  copy: text => navigator.clipboard.writeText(text),
  insert: insertAtCaret,
  focus: selector => document.querySelector(selector)?.focus(),
};
watchConnection();
showTheme();
