// Tells the page around a widget how high it is. Without it the widget is as high as its frame.
{
  let told = 0;
  const tell = () => {
    // While something is on its way, the room that was reserved is the better guess.
    if (document.querySelector("[aria-busy=true]")) return;
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== told && parent !== window) parent.postMessage({ type: "subnet-ledger:height", height: told = height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
  tell();
}
