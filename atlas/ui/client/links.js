export default function ({ setTriggerValue }) {
  const follow = (event) => {
    const link = event.target.closest?.('.st-key-detail a[href^="?"]');
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    setTriggerValue("query", link.getAttribute("href").slice(1));
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
