export default function ({ parentElement, data }) {
  const button = parentElement.querySelector("button");
  const other = data.mode === "dark" ? "Light" : "Dark";
  button.title = `Switch to the ${other.toLowerCase()} theme`;
  button.setAttribute("aria-label", button.title);
  button.onclick = () => {
    for (const path of new Set([...data.paths, location.pathname])) {
      localStorage.setItem(`stActiveTheme-${path}-v2`, JSON.stringify(other));
    }
    location.reload();
  };
}
