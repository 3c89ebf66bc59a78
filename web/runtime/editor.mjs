// Makes an editor with colours of the text box for a person's program. It is fetched when the tab “Code” is opened first,
// and the page works without it. It is the text box still: it has its id and attributes, and tells what is typed as
// before. Beside that it tells “replaced” when it is there, and “undone” when it has brought an earlier text back. It hears
// “rewritten” when the page puts another text into it, and “sought” when the page has chosen a line of it.
import { createEditor, numLines } from "../../vendor/editor/index.js";
import { defaultKeymap, editHistory, editorCommands } from "../../vendor/editor/extensions/commands/index.js";
import { matchBrackets } from "../../vendor/editor/extensions/matchBrackets/index.js";
import { highlightBracketPairs } from "../../vendor/editor/extensions/matchBrackets/highlight.js";
import "../../vendor/editor/languages/python.js";
import "../../vendor/editor/prism/languages/python.js";

const SHEETS = ["../../vendor/editor/layout.css", "../editor.css"];
const OPTIONS = { language: "python", tabSize: 4 };
const NO_PAIRS = []; // a bracket that is typed brings no other: the text is what was typed

const plain = document.getElementById("python-text");
// Without its styles the editor would be worse than the plain text box.
Promise.all(SHEETS.map(arrival)).then(() => leaving(plain)).then(replace, () => {});

function arrival(sheet) {
    return new Promise((resolve, reject) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = new URL(sheet, import.meta.url).href;
        link.onload = resolve;
        link.onerror = reject;
        document.head.append(link);
    });
}

// Whoever types already is not disturbed.
function leaving(element) {
    if (document.activeElement !== element) return;
    return new Promise((resolve) => element.addEventListener("blur", () => setTimeout(resolve), { once: true }));
}

function replace() {
    const { "Mod+Enter": _, ...keys } = defaultKeymap; // with which the page runs the program
    const extensions = [editHistory(), editorCommands(keys, NO_PAIRS), matchBrackets(false), highlightBracketPairs()];
    const editor = createEditor(null, { ...OPTIONS, value: plain.value }, ...extensions);
    const { container, textarea } = editor;
    for (const { name, value } of plain.attributes) textarea.setAttribute(name, value);
    plain.replaceWith(container);
    let known = editor.value; // what the page knows of

    // This comes before the editor's own listener.
    container.addEventListener("input", () => (known = textarea.value), true);
    editor.on("update", (value) => {
        mark();
        if (value === known) return;
        known = value;
        container.dispatchEvent(new Event("undone", { bubbles: true }));
    });

    // What the page wrote can be undone like what was typed.
    textarea.addEventListener("rewritten", () => {
        if (textarea.value === editor.value) return;
        textarea.dispatchEvent(new InputEvent("beforeinput", { inputType: "insertReplacementText" }));
        textarea.dispatchEvent(new InputEvent("input"));
    });

    textarea.addEventListener("sought", () => {
        const line = numLines(textarea.value, 0, textarea.selectionStart);
        editor.lines[line].scrollIntoView({ block: "nearest" });
    });

    let marked;
    function mark() {
        marked?.classList.remove("fault-line");
        marked = editor.lines[textarea.getAttribute("data-fault-line") || Infinity];
        marked?.classList.add("fault-line");
    }
    // The page stays where it is, and the text box shows the line: the person may be at a button below it.
    function show() {
        mark();
        if (!marked) return;
        const [line, box] = [marked.getBoundingClientRect(), container.getBoundingClientRect()];
        if (line.top < box.top || line.bottom > box.bottom)
            container.scrollTop += line.top - box.top - (box.height - line.height) / 2;
    }
    new MutationObserver(show).observe(textarea, { attributeFilter: ["data-fault-line"] });
    container.dispatchEvent(new Event("replaced", { bubbles: true }));
}
