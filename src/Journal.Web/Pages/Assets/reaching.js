// Where a browser can be told something while the journal is not open.
const form = document.querySelector('form[data-push]');

if (form && 'serviceWorker' in navigator && 'PushManager' in window) {
  form.hidden = false;
  form.addEventListener('submit', async event => {
    if (form.elements.address.value) return;
    event.preventDefault();
    const error = form.querySelector('.error');
    try {
      if (await Notification.requestPermission() !== 'granted') throw new Error('denied');
      await navigator.serviceWorker.register('/sw.js');
      const worker = await navigator.serviceWorker.ready;
      const told = (await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: form.dataset.push })).toJSON();
      form.elements.address.value = told.endpoint;
      form.elements.p256dh.value = told.keys.p256dh;
      form.elements.auth.value = told.keys.auth;
      form.submit();
    } catch {
      error.textContent = 'This browser does not allow it.';
      error.hidden = false;
    }
  });
}
