export default function ({ parentElement }) {
  const [button, said, label] = ["button", ".said", "label"].map((part) => parentElement.querySelector(part));
  const field = label.querySelector("input");
  let quiet = 0;

  const say = (words) => {
    said.textContent = words;
    clearTimeout(quiet);
    quiet = setTimeout(() => { said.textContent = ""; }, 2400);
  };
  const showField = () => {
    field.value = location.href;
    label.hidden = false;
    field.focus();
    field.select();
    say("Copy the link below");
  };
  const away = (event) => {
    const inside = event.composedPath().includes(parentElement);
    if (!label.hidden && (event.type === "keydown" ? event.key === "Escape" : !inside)) {
      label.hidden = true;
      if (event.type === "keydown") button.focus();
    }
  };

  button.setAttribute("aria-label", "Copy link to this view");
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      label.hidden = true;
      say("Copied");
    } catch {
      showField(); // no permission, or a page without https
    }
  };
  document.addEventListener("pointerdown", away);
  document.addEventListener("keydown", away);
  return () => {
    document.removeEventListener("pointerdown", away);
    document.removeEventListener("keydown", away);
  };
}
