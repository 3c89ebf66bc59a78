// Keeps one whole version of the page, so that it opens without a network and never mixes two versions: a file belongs
// to this version only if its bytes have the hash that the build wrote down for it.
// The build puts in front of this: BUILD, a hash of all that follows; KEPT, the files that are kept; LATER, those that are
// kept as soon as they were needed once; and REST, those that are fetched when they are needed. Each has its hash and its
// content type.
const OWN = `one-neuron ${registration.scope} `; // another copy of the page on the same site keeps its own
const CACHE = OWN + BUILD;
const FILES = { ...KEPT, ...LATER, ...REST };
// These tell how the bytes travelled, and not what they are.
const TRAVEL_HEADERS = ["content-encoding", "content-length", "vary"];

// Both have the status with which the page hears of it; 511 is that of a network that wants a sign-in first.
class Changed extends Error {
    constructor(name, type) {
        super(`Not of this version of the page: ${name}`);
        this.status = type?.startsWith("text/html") && FILES[name].type !== type ? 511 : 409;
    }
}

class Missing extends Error {
    constructor(name, { status, statusText }) {
        super(`${status} ${statusText}: ${name}`);
        this.status = status;
    }
}

addEventListener("install", (event) => {
    event.waitUntil(install());
});

addEventListener("activate", (event) => {
    event.waitUntil(takeOver());
});

addEventListener("message", (event) => {
    if (event.data === "take over") skipWaiting();
    if (event.data === "keep") event.waitUntil(answerWhetherKept(event.source));
});

addEventListener("fetch", (event) => {
    const { request } = event;
    const name = nameOf(request.url);
    if (request.method === "GET" && name in FILES) event.respondWith(answer(name, request));
});

// All or nothing: when one file cannot be kept, this version is not installed.
async function install() {
    await caches.delete(CACHE); // what an earlier registration left is not to be trusted
    try {
        await keep();
    } catch (error) {
        await caches.delete(CACHE);
        // Without an active version there is nobody whom the page could ask.
        if (!registration.active) await tellPages(whyNotKept(error));
        throw error;
    }
}

// One file after another: the page is in use by now, and comes first.
async function keep() {
    const cache = await caches.open(CACHE);
    const there = (await cache.keys()).map(({ url }) => url);
    for (const name of Object.keys(KEPT)) {
        if (!there.includes(addressOf(name))) await cache.put(addressOf(name), await fetched(name));
    }
}

// The browser may have thrown single files away since, so they are counted, and fetched where they are missing.
async function answerWhetherKept(page) {
    try {
        await keep();
        page.postMessage("kept");
    } catch (error) {
        page.postMessage(whyNotKept(error));
    }
}

async function tellPages(how) {
    for (const page of await clients.matchAll({ includeUncontrolled: true })) {
        if (page.url.startsWith(registration.scope)) page.postMessage(how);
    }
}

// A server that rewrites pages on the way, say to insert a script, can never be told from a stranger's page, so with
// it nothing is kept; the person is told that this is the cause, as nothing else would explain the wait.
function whyNotKept(error) {
    if (error instanceof Changed) return "changed";
    if (error instanceof Missing) return "missing";
    return error instanceof TypeError ? "unreachable" : "failed";
}

async function takeOver() {
    for (const cache of await caches.keys()) {
        if (cache.startsWith(OWN) && cache !== CACHE) await caches.delete(cache);
    }
    await clients.claim();
}

async function answer(name, request) {
    const kept = await keptOf(name);
    if (kept) return kept;
    try {
        const response = await fetched(name);
        if (name in LATER) await (await caches.open(CACHE)).put(addressOf(name), response.clone());
        return response;
    } catch (error) {
        if (error instanceof TypeError) throw error; // there is no network
        if (error instanceof Changed && request.mode === "navigate") {
            // The server has another version of the page, which must not get its other files from here.
            await registration.unregister();
            return Response.redirect(request.url);
        }
        if (request.mode === "navigate") return fetch(request); // whatever the server has to say about it
        return new Response(error.message, { status: error.status, statusText: error.message });
    }
}

// What is kept is checked each time: it may have been damaged since, and the page's own scripts can write there too.
async function keptOf(name) {
    const kept = await caches.match(addressOf(name), { cacheName: CACHE });
    if (!kept || (await isOfThisVersion(name, await kept.clone().arrayBuffer()))) return kept;
    await (await caches.open(CACHE)).delete(addressOf(name));
}

// A file of this version from the network, as an answer that may be given to anything: the server's own may not be
// given to a navigation if the server redirected. A cache on the way may insist on a wrong file; so the second attempt
// passes by all caches.
async function fetched(name) {
    let type;
    for (const cache of ["no-cache", "reload"]) {
        const response = await fetch(addressOf(name), { cache });
        if (!response.ok) throw new Missing(name, response);
        type = response.headers.get("content-type");
        const bytes = await response.arrayBuffer();
        if (await isOfThisVersion(name, bytes)) return new Response(bytes, { headers: headersOf(name, response) });
    }
    throw new Changed(name, type);
}

function headersOf(name, response) {
    const headers = new Headers(response.headers);
    TRAVEL_HEADERS.forEach((header) => headers.delete(header));
    headers.set("content-type", FILES[name].type);
    return headers;
}

async function isOfThisVersion(name, bytes) {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") === FILES[name].sha256;
}

// Under which name the build knows what has this address; index.html is what "./" stands for.
function nameOf(address) {
    if (!address.startsWith(registration.scope)) return "";
    return "./" + address.slice(registration.scope.length).replace(/[?#].*$/, "").replace(/^index\.html$/, "");
}

function addressOf(name) {
    return registration.scope + name.slice(2);
}
