// A field for formatted text. What it holds is cleaned on the server; here it is only typed.
const quietMs = 1500;

export function create(box, bar, owner) {
  document.execCommand("defaultParagraphSeparator", false, "p");
  let timer = 0;
  let selection = null;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => owner.invokeMethodAsync("ChangedAsync").catch(() => {}), quietMs);
  };
  box.addEventListener("input", changed);
  // as text: what other programs put beside it is rarely what a mail should carry
  box.addEventListener("paste", event => {
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  });
  box.addEventListener("blur", () => {
    const now = getSelection();
    selection = now.rangeCount && box.contains(now.anchorNode) ? now.getRangeAt(0) : selection;
  });
  const restore = () => {
    box.focus();
    if (!selection) return;
    const now = getSelection();
    now.removeAllRanges();
    now.addRange(selection);
  };
  // pressed here and not on the server, so that the next letter already has the new form
  bar.addEventListener("mousedown", event => event.preventDefault());
  bar.addEventListener("click", event => {
    const button = event.target.closest("[data-command]");
    if (!button) return;
    if (document.activeElement !== box) restore();
    document.execCommand(button.dataset.command, false, button.dataset.value ?? null);
    changed();
  });
  return {
    link(address) {
      restore();
      if (getSelection().isCollapsed) {
        const link = document.createElement("a");
        link.href = link.textContent = address;
        document.execCommand("insertHTML", false, link.outerHTML);
      } else document.execCommand("createLink", false, address);
      changed();
    },
    write: html => { box.innerHTML = html; },
    // as a stream: a long text is more than one message to the server may be; and an empty stream cannot be
    read: () => new Blob([box.innerHTML, "\n"]),
    focus: () => box.focus(),
    end: () => clearTimeout(timer),
  };
}
