/** A button with `data-copy` copies the text of the element that it names; where the browser forbids it, it selects it. */
function copyEars() {
  const copy = async ({target}) => {
    const button = target.closest?.("button[data-copy]"), text = button && document.getElementById(button.dataset.copy);
    if (!text) return;
    button.dataset.said ||= button.textContent;
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(text);  // no permission, or a page without https
      button.textContent = "Selected: copy it by keyboard";
    }
    setTimeout(() => { button.textContent = button.dataset.said; }, 2400);
  };
  return {click: copy};
}
