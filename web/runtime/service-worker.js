// Keeps one whole version of the page, so that it opens without a network and never mixes two versions.
// The build puts BUILD, a hash of every file, and FILES, what to keep, in front of this.
const NAME = "one-neuron-";
const KEPT = NAME + BUILD;

addEventListener("install", (event) => {
    event.waitUntil(keep());
});

addEventListener("activate", (event) => {
    event.waitUntil(takeOver());
});

addEventListener("message", ({ data }) => {
    if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});

// All or nothing: when one file cannot be kept, this version is not installed.
async function keep() {
    const cache = await caches.open(KEPT);
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
}

async function takeOver() {
    for (const name of await caches.keys()) {
        if (name.startsWith(NAME) && name !== KEPT) await caches.delete(name);
    }
    await clients.claim();
}

async function answer(request) {
    const cache = await caches.open(KEPT);
    const address = request.url.replace(/(index\.html)?([?#].*)?$/, "");
    return (await cache.match(address)) ?? fetch(request);
}
