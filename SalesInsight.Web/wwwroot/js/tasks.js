// What rows need from the browser itself: keys, swipes, a place for the menu, and focus that survives live updates.
const inField = target => target.closest("input, textarea, select, [contenteditable]");
const singleKeysOff = () => localStorage.getItem("single-keys") === "off";

// Keys on a focused row: an element in it with data-row-key is pressed. J, K and the arrows move between rows.
function rowOf(target) {
  return target.closest?.("[data-task]");
}

function step(from, by) {
  const rows = [...document.querySelectorAll("[data-task]")];
  const next = from ? rows[rows.indexOf(from) + by] : rows[by > 0 ? 0 : rows.length - 1];
  next?.querySelector(".open")?.focus();
  return Boolean(next);
}

const moves = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  // 'g t' belongs to the pages' own keys, which come first
  if (event.defaultPrevented || inField(event.target)) return;
  if (document.querySelector("dialog[open], [popover]:popover-open")) return;
  const row = rowOf(event.target);
  const isLetter = event.key.length === 1 && event.key !== " ";
  if (isLetter && singleKeysOff()) return;
  if (moves[event.key] && (row || isLetter)) {
    if (step(row, moves[event.key])) event.preventDefault();
    return;
  }
  // on the check, the glyph and the quick actions Space stays what it is on every button
  if (!row || (event.key === " " && !event.target.closest(".open"))) return;
  const button = row.querySelector(`[data-row-key="${CSS.escape(event.key)}"]:not(:disabled)`);
  if (!button) return;
  event.preventDefault();
  if (!event.repeat) button.click();
}
document.addEventListener("keydown", onKey);
// Firefox presses a button when Space comes up
document.addEventListener("keyup", event => {
  if (event.key === " " && event.target.closest?.("[data-task] .open")) event.preventDefault();
});

// A list under a field takes the arrows and Enter for itself.
document.addEventListener("keydown", event => {
  const field = event.target.closest?.("[role=combobox][aria-expanded=true]");
  if (field && ["ArrowDown", "ArrowUp", "Enter"].includes(event.key)) event.preventDefault();
  if (field && event.key === "Escape") event.preventDefault();
}, true);

// Swipes: right completes, left moves to tomorrow.
const swipeMin = 88;
let swipe = null;
document.addEventListener("touchstart", event => {
  const row = event.touches.length === 1 && rowOf(event.target);
  swipe = row ? { row, x: event.touches[0].clientX, y: event.touches[0].clientY } : null;
}, { passive: true });
document.addEventListener("touchmove", event => {
  if (!swipe) return;
  const by = event.touches[0].clientX - swipe.x;
  if (Math.abs(event.touches[0].clientY - swipe.y) > 32) return endSwipe(0);
  swipe.row.style.translate = Math.abs(by) > 12 ? `${by}px` : "";
}, { passive: true });
document.addEventListener("touchend", event => swipe && endSwipe(event.changedTouches[0].clientX - swipe.x));
document.addEventListener("touchcancel", () => swipe && endSwipe(0));

function endSwipe(by) {
  const { row } = swipe;
  swipe = null;
  row.style.translate = "";
  const key = by > swipeMin ? " " : by < -swipeMin ? "t" : null;
  if (key) row.querySelector(`[data-row-key="${key}"]:not(:disabled)`)?.click();
}

// Live updates never take the focus away: a row that moved keeps it, after one that went its neighbour has it.
let held = null;
document.addEventListener("focusin", event => {
  const row = rowOf(event.target);
  const rows = row ? [...document.querySelectorAll("[data-task]")] : [];
  const index = rows.indexOf(row);
  held = row ? { element: event.target, near: [rows[index + 1], rows[index - 1]] } : null;
});
document.addEventListener("pointerdown", event => {
  if (held && !rowOf(event.target)) held = null;
});
new MutationObserver(() => {
  if (!held || document.activeElement !== document.body) return;
  const row = held.near.find(near => near?.isConnected);
  const target = held.element.isConnected ? held.element : row?.querySelector(".open") ?? document.querySelector("h1");
  target?.focus({ preventScroll: true });
}).observe(document.body, { childList: true, subtree: true });

Object.assign(window.salesInsight, {
  openSheet: dialog => dialog.isConnected && !dialog.open && dialog.showModal(),
  closeSheet: dialog => dialog.close?.(),
  openMenu(menuId, buttonId) {
    const [menu, button] = [menuId, buttonId].map(id => document.getElementById(id));
    if (!menu || !button) return;
    const at = button.getBoundingClientRect();
    menu.showPopover();
    const room = innerHeight - at.bottom > menu.offsetHeight + 8;
    menu.style.inset = `${room ? at.bottom + 4 : at.top - menu.offsetHeight - 4}px auto auto ${
      Math.max(8, Math.min(at.right - menu.offsetWidth, innerWidth - menu.offsetWidth - 8))}px`;
    menu.querySelector("button, a")?.focus();
  },
});
