/** Stands: tells Python once that the page has been painted and the browser has nothing else to do. */
export default function ({setTriggerValue}) {
  let gone = false;
  const idle = window.requestIdleCallback ?? ((then) => setTimeout(then, 50));
  const painted = () => idle(() => { if (!gone) setTriggerValue("stood", true); }, {timeout: 400});
  requestAnimationFrame(() => requestAnimationFrame(painted));
  return () => { gone = true; };
}
