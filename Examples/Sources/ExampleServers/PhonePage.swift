/// The page that plays the customer's phone: one file, nothing from elsewhere. What comes from the platform is put in as text,
/// never as HTML.
enum PhonePage {
    static let html = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Simulated phone</title>
        <style>
        :root { --line: #d9dfdd; --mine: #dcf4d9; --ink: #1c2a26; --soft: #60706b; --accent: #0b7a5c; --paper: #fff; }
        * { box-sizing: border-box; }
        body { margin: 0; font: 15px/1.4 system-ui, sans-serif; color: var(--ink); background: #eef2f0; }
        main { display: grid; grid-template-columns: minmax(300px, 420px) minmax(300px, 1fr); gap: 24px; padding: 24px;
          max-width: 1100px; margin: auto; align-items: start; }
        @media (max-width: 720px) { main { grid-template-columns: 1fr; padding: 12px; } }
        .phone { background: #f5efe6; border: 10px solid #22302c; border-radius: 36px; overflow: hidden; display: flex;
          flex-direction: column; height: min(760px, calc(100vh - 48px)); }
        .top { background: var(--accent); color: #fff; padding: 14px 18px; }
        .top b { display: block; font-size: 17px; }
        .top small { opacity: .85; }
        .chat { flex: 1; overflow-y: auto; padding: 14px; display: flex; flex-direction: column; gap: 8px; }
        .bubble { background: var(--paper); border-radius: 10px; padding: 8px 10px; max-width: 84%; align-self: flex-start;
          overflow-wrap: anywhere; white-space: pre-wrap; box-shadow: 0 1px 1px #0002; }
        .mine { background: var(--mine); align-self: flex-end; }
        .bubble .head { font-weight: 600; }
        .bubble .foot, .bubble time { color: var(--soft); font-size: 12px; display: block; }
        .bubble time { text-align: right; }
        .bubble button, .bubble a { display: block; width: 100%; margin-top: 6px; padding: 7px; text-align: center;
          border: 1px solid var(--line); border-radius: 8px; background: #f8faf9; color: var(--accent); font: inherit;
          text-decoration: none; cursor: pointer; }
        .card { border: 1px solid var(--line); border-radius: 8px; padding: 6px; margin-top: 6px; }
        form.write { display: flex; gap: 8px; padding: 10px; background: #fff8; }
        form.write input { flex: 1; border: 1px solid var(--line); border-radius: 18px; padding: 9px 14px; font: inherit; }
        section { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 14px 16px;
          margin-bottom: 16px; }
        h2 { font-size: 15px; margin: 0 0 8px; }
        label { display: inline-flex; gap: 6px; align-items: center; margin-right: 12px; }
        section input { border: 1px solid var(--line); border-radius: 8px; padding: 6px 8px; font: inherit; width: 12em; }
        .do { border: 1px solid var(--accent); background: #fff; color: var(--accent); border-radius: 8px; padding: 6px 10px;
          font: inherit; cursor: pointer; margin: 2px 4px 2px 0; }
        .do:hover, .send:hover { background: var(--accent); color: #fff; }
        .send { border: 0; border-radius: 18px; background: var(--accent); color: #fff; padding: 9px 16px; font: inherit; }
        table { border-collapse: collapse; width: 100%; }
        td { border-top: 1px solid var(--line); padding: 6px 8px 6px 0; vertical-align: top; }
        .tag { font-size: 12px; border-radius: 6px; padding: 1px 6px; background: #e8eeec; }
        .note { color: var(--soft); min-height: 1.4em; }
        </style>
        </head>
        <body>
        <main>
        <div class="phone">
          <div class="top"><b id="business">…</b><small id="state"></small></div>
          <div class="chat" id="chat" aria-live="polite"></div>
          <form class="write" id="write"><input id="text" autocomplete="off" placeholder="Message" aria-label="Message">
          <button class="send">Send</button></form>
        </div>
        <div>
          <section><h2>Customer</h2>
            <label>Number <input id="number" value="+5511987654321"></label>
            <label>Name <input id="name" value="Ana"></label>
            <p><button class="do" data-do="reads">Open the chat (read)</button>
            <button class="do" data-do="off">Phone off</button><button class="do" data-do="on">Phone on</button>
            <button class="do" data-do="ad">Come from an ad</button></p>
          </section>
          <section><h2>Clock</h2><p id="clock"></p>
            <button class="do" data-clock="60">+1 minute</button><button class="do" data-clock="3600">+1 hour</button>
            <button class="do" data-clock="86400">+24 hours</button><button class="do" data-clock="2592000">+30 days</button>
          </section>
          <section><h2>Templates</h2><table id="templates"></table></section>
          <section><h2>The next call fails</h2>
            <button class="do" data-fault="throttled">429</button><button class="do" data-fault="server_error">500</button>
            <button class="do" data-fault="html">HTML</button>
          </section>
          <p class="note" id="note" role="status"></p>
        </div>
        </main>
        <script>
        const by = id => document.getElementById(id);
        const number = () => by("number").value.trim();
        const make = (tag, text, kind) => { const e = document.createElement(tag); if (text) e.textContent = text;
          if (kind) e.className = kind; return e; };
        async function post(path, body) {
          const answer = await fetch("/simulator/" + path, { method: "POST", body: JSON.stringify(body) });
          const json = await answer.json();
          by("note").textContent = json.error || "";
          await refresh();
        }
        const when = seconds => new Date(seconds * 1000).toLocaleString();
        function button(b) {
          if (b.url) { const a = make("a", b.text + " ↗"); if (/^https?:/.test(b.url)) { a.href = b.url; a.target = "_blank";
            a.rel = "noopener noreferrer"; } a.title = b.url; return a; }
          const e = make("button", b.code ? b.text + ": " + b.code : b.phone ? b.text + " " + b.phone : b.text);
          e.type = "button";
          if (b.tap) e.onclick = () => post("messages", { from: number(), tap: b.tap });
          else if (b.code) e.onclick = () => navigator.clipboard && navigator.clipboard.writeText(b.code);
          return e;
        }
        function bubble(m) {
          const e = make("div", "", m.mine ? "bubble mine" : "bubble");
          if (m.header) e.append(make("div", m.header, "head"));
          if (m.offer) e.append(make("div", m.offer, "head"));
          e.append(make("div", m.body || "[" + m.type + "]"));
          if (m.footer) e.append(make("span", m.footer, "foot"));
          const time = make("time", when(m.at) + (m.mine && m.read ? " ✓✓" : ""));
          e.append(time);
          for (const b of m.buttons) e.append(button(b));
          for (const c of m.cards) { const card = make("div", "", "card"); card.append(make("div", c.body));
            for (const b of c.buttons) card.append(button(b)); e.append(card); }
          return e;
        }
        function template(t) {
          const row = make("tr"), what = make("td"), acts = make("td");
          what.append(make("b", t.name), document.createTextNode(" " + t.language + " "), make("span", t.status, "tag"),
            document.createTextNode(" "), make("span", t.quality, "tag"), make("div", t.body, "note"));
          const act = (label, body) => { const b = make("button", label, "do");
            b.onclick = () => post("templates", Object.assign({ name: t.name, language: t.language }, body)); acts.append(b); };
          act("Approve", { decision: "approve" }); act("Reject", { decision: "reject" });
          act("Bad marks", { quality: "RED" }); act("Good marks", { quality: "GREEN" });
          row.append(what, acts); return row;
        }
        let last = "";
        async function refresh() {
          let state;
          try { state = await (await fetch("/simulator/phone?of=" + encodeURIComponent(number()))).json(); }
          catch { by("note").textContent = "The simulator does not answer."; return; }
          if (state.error) { by("note").textContent = state.error; return; }
          by("business").textContent = state.business;
          by("state").textContent = state.typing ? "typing…" :
            state.window_end ? "may write freely until " + when(state.window_end) : "templates only";
          by("clock").textContent = when(state.now) + " · deliveries that wait: " + state.pending +
            (state.code ? " · code sent to the number: " + state.code : "");
          const text = JSON.stringify([number(), state.chat, state.templates]);
          if (text === last) return;
          last = text;
          by("chat").replaceChildren(...state.chat.map(bubble));
          by("chat").scrollTop = by("chat").scrollHeight;
          by("templates").replaceChildren(...state.templates.map(template));
        }
        by("write").onsubmit = event => { event.preventDefault(); const text = by("text").value;
          if (!text) return; by("text").value = "";
          post("messages", { from: number(), name: by("name").value, text }); };
        document.querySelectorAll("[data-clock]").forEach(b => b.onclick = () => post("clock", { advance: +b.dataset.clock }));
        document.querySelectorAll("[data-fault]").forEach(b => b.onclick = () => post("faults", { fault: b.dataset.fault }));
        document.querySelectorAll("[data-do]").forEach(b => b.onclick = () => ({
          reads: () => post("reads", { from: number() }),
          off: () => post("reachable", { from: number(), reachable: false }),
          on: () => post("reachable", { from: number(), reachable: true }),
          ad: () => post("messages", { from: number(), name: by("name").value, text: "Hi, I saw your ad", ad_id: "ad-1" }),
        })[b.dataset.do]());
        refresh();
        setInterval(refresh, 1000);
        </script>
        </body>
        </html>
        """
}
