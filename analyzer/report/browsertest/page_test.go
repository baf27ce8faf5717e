package browsertest

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestFilters(t *testing.T) {
	x := open(t, html(t, many(200)))
	want := func(what string, n int, said string) {
		t.Helper()
		if got, words := x.shown(); got != n || words != said {
			t.Errorf("%s: %d places are shown and the page says %q, want %d and %q", what, got, words, n, said)
		}
	}
	want("at first", 200, "200 places")
	x.do(chromedp.Click(`.chip[data-verdict="violation"]`))
	want("one verdict", 20, "20 of 200 places")
	x.do(chromedp.Click(`.chip[data-verdict="startup"]`))
	want("two verdicts", 40, "40 of 200 places")
	x.do(chromedp.SetValue("#by-rule", "0"), chromedp.Evaluate(`document.getElementById("by-rule").dispatchEvent(new Event("change"))`, nil))
	want("and a rule", 20, "20 of 200 places")
	x.do(chromedp.Click("#clear"))
	want("cleared", 200, "200 places")

	pkg := eval[string](x, `[...document.querySelectorAll("#by-package option")].find(o => o.textContent.endsWith("/pkg7")).value`)
	x.do(chromedp.SetValue("#by-package", pkg), chromedp.Evaluate(`document.getElementById("by-package").dispatchEvent(new Event("change"))`, nil))
	want("a package", 5, "5 of 200 places")
	x.do(chromedp.Click("#clear"))

	entry := eval[string](x, `[...document.querySelectorAll("#by-entry option")].find(o => o.textContent.startsWith("GET /things/3 ")).value`)
	x.do(chromedp.SetValue("#by-entry", entry), chromedp.Evaluate(`document.getElementById("by-entry").dispatchEvent(new Event("change"))`, nil))
	want("an entry point", 3, "3 of 200 places")
	if hash := eval[string](x, "location.hash"); !strings.Contains(hash, "entry=GET") {
		t.Errorf("the address does not hold the filter: %s", hash)
	}
}

func TestSearch(t *testing.T) {
	x := open(t, html(t, many(200)))
	x.do(chromedp.SendKeys("#q", "Open18 pkg18"))
	if n, said := x.shown(); n != 1 || said != "1 of 200 places" {
		t.Errorf("%d places and %q for a search of two words", n, said)
	}
	x.do(chromedp.SendKeys("#q", " nowhere"))
	if n, _ := x.shown(); n != 0 || !eval[bool](x, `!document.getElementById("none").hidden`) {
		t.Errorf("%d places for what is nowhere, or the page does not say so", n)
	}
	x.do(chromedp.SendKeys("#q", kb.Escape))
	if n, _ := x.shown(); n != 200 {
		t.Errorf("%d places after Escape", n)
	}
	// What is found only when a place is opened: a function in the middle of its chain.
	x.do(chromedp.SendKeys("#q", "(*service).do pkg3/"))
	if n, _ := x.shown(); n != 5 {
		t.Errorf("%d places for a function in the middle of a chain, want 5", n)
	}
}

// TestKeyboard goes through the page without a mouse.
func TestKeyboard(t *testing.T) {
	x := open(t, html(t, many(60)))
	focused := `document.activeElement.closest("details") && document.activeElement.closest("details").id`
	first := eval[string](x, `document.querySelector(".group > details").id`)
	second := eval[string](x, `document.querySelectorAll(".group > details")[1].id`)

	x.do(chromedp.KeyEvent("/"))
	if got := eval[string](x, "document.activeElement.id"); got != "q" {
		t.Errorf("/ leads to %q", got)
	}
	x.do(chromedp.KeyEvent(kb.ArrowDown))
	if got := eval[string](x, focused); got != first {
		t.Errorf("down from the search leads to %q, want %q", got, first)
	}
	x.do(chromedp.KeyEvent("j"))
	if got := eval[string](x, focused); got != second {
		t.Errorf("j leads to %q, want %q", got, second)
	}
	x.do(chromedp.KeyEvent("k"), chromedp.KeyEvent(kb.ArrowDown))
	before := eval[bool](x, `document.activeElement.closest("details").open`)
	x.do(chromedp.KeyEvent(kb.Enter))
	x.frame()
	if eval[bool](x, `document.activeElement.closest("details").open`) == before {
		t.Error("Enter does not open or close the place")
	}

	// Tab comes to everything, the link past the head first.
	x.do(chromedp.Evaluate(`document.activeElement.blur(); scrollTo(0, 0); document.body.focus()`, nil), chromedp.Focus(".skip"))
	if !eval[bool](x, `getComputedStyle(document.querySelector(".skip")).left !== "-999px"`) {
		t.Error("the link past the head is not seen with the focus on it")
	}
	x.do(chromedp.KeyEvent(kb.Tab))
	if got := eval[string](x, "document.activeElement.id"); got != "theme" {
		t.Errorf("Tab leads to %q, want the theme", got)
	}
	if !eval[bool](x, `getComputedStyle(document.activeElement).outlineStyle !== "none"`) {
		t.Error("the focus is not to be seen")
	}
}

// TestOpen: a place that is opened shows its chain as a picture with the code
// beside each hop, and a stream shows its chains.
func TestOpen(t *testing.T) {
	x := open(t, chat(t))
	id := eval[string](x, `[...document.querySelectorAll(".group > details")].find(d => d.textContent.includes("begin")).id`)
	x.do(chromedp.Evaluate(`location.hash = "`+id+`"`, nil), chromedp.WaitVisible("#"+id+" .chain"))
	hops := eval[[]string](x, `[...document.querySelectorAll("#`+id+` .hop .name")].map(e => e.textContent)`)
	if got := strings.Join(hops, " > "); !strings.Contains(got, "Conversations > ") || !strings.HasSuffix(got, "(*database/sql.DB).BeginTx") {
		t.Errorf("the chain is %s", got)
	}
	if got := eval[string](x, `document.querySelector("#`+id+` .hop:nth-last-child(2) .hot .ln").textContent`); !strings.Contains(got, "s.pool.BeginTx(s.ctx, nil)") {
		t.Errorf("the code at the acquisition is %q", got)
	}
	if n := eval[int](x, `document.querySelectorAll("#`+id+` .wire").length`); n != len(hops)-1 {
		t.Errorf("%d hops are joined by %d wires", len(hops), n)
	}

	x.do(chromedp.Focus(".stream > summary", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(".stream .chain", chromedp.ByQuery))
	text := eval[string](x, `document.querySelector(".stream").textContent`)
	for _, want := range []string{"POST /stream", "(*chat/api.Handler).Stream", "chat/store.GetDB", "(chat/repository.Messages).Add", "on first use"} {
		if !strings.Contains(text, want) {
			t.Errorf("the stream does not show %s in\n%s", want, text)
		}
	}
}

func TestDark(t *testing.T) {
	background := `getComputedStyle(document.body).backgroundColor`
	prefers := func(mode string) chromedp.Action {
		return emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: mode}})
	}
	x := open(t, html(t, many(20)), prefers("light"))
	light := eval[string](x, background)
	x.do(prefers("dark"))
	x.frame()
	dark := eval[string](x, background)
	if light == dark {
		t.Errorf("the background is %s, light and dark", light)
	}
	x.do(chromedp.Click("#theme"))
	if got := eval[string](x, background); got != light {
		t.Errorf("the background is %s with the light theme chosen, want %s", got, light)
	}
	x.do(chromedp.Click("#theme"), prefers("light"))
	x.frame()
	if got := eval[string](x, background); got != dark {
		t.Errorf("the background is %s with the dark theme chosen, want %s", got, dark)
	}
	// Text must be readable on what it stands on, in both.
	for _, mode := range []string{"light", "dark"} {
		x.do(chromedp.Evaluate(`document.documentElement.dataset.theme = "`+mode+`"`, nil), chromedp.Click("#open"))
		x.frame()
		for _, poor := range eval[[]string](x, poorContrast) {
			t.Errorf("%s: %s", mode, poor)
		}
	}
}

// poorContrast lists the kinds of text whose colour is too near to that of the
// nearest background: less than WCAG's 4.5.
const poorContrast = `(() => {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (c) => { context.clearRect(0, 0, 1, 1); context.fillStyle = c; context.fillRect(0, 0, 1, 1); return [...context.getImageData(0, 0, 1, 1).data]; };
  const over = (a, b) => [0, 1, 2].map((i) => (a[i] * a[3] + b[i] * (255 - a[3])) / 255).concat(255);
  const light = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (e) => {
    const layers = [];
    for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); layers.push(c); if (c[3] === 255) break; }
    return layers.reverse().reduce((b, c) => over(c, b), [255, 255, 255, 255]);
  };
  const found = new Map();
  for (const e of document.querySelectorAll("body *")) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !e.checkVisibility() || e.closest("script, style, .skip")) continue;
    const b = behind(e), a = light(over(rgba(getComputedStyle(e).color), b)), c = light(b);
    const ratio = (Math.max(a, c) + 0.05) / (Math.min(a, c) + 0.05);
    if (ratio < 4.5) found.set(e.tagName + "." + e.className, e.tagName + "." + e.className + " has a contrast of " + ratio.toFixed(2));
  }
  return [...found.values()];
})()`

// TestHostile: what comes from the analysed program is text, wherever it stands.
func TestHostile(t *testing.T) {
	x := open(t, html(t, hostile()))
	x.do(chromedp.Evaluate(`document.querySelectorAll("details").forEach(d => { d.open = true })`, nil))
	x.frame()
	x.do(chromedp.SendKeys("#q", "<script>"))
	x.frame()
	for what, expression := range map[string]string{
		"a script of the program ran":      `"pwned" in window`,
		"an element of the program exists": `document.querySelectorAll("iframe, img, svg[onload], a[href^='javascript:']").length > 0`,
		"more scripts than the page's own": `document.querySelectorAll("script").length !== 2`,
		"a style of the program applies":   `getComputedStyle(document.body).display === "none"`,
		"the text is not there as text":    `!document.body.textContent.includes("<img src=x onerror=")`,
		"characters that do not print":     `/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e\u2028]/.test(document.body.innerText)`,
	} {
		if eval[bool](x, expression) {
			t.Error(what)
		}
	}
}

// TestReadAloud: what a screen reader needs is there: landmarks, one first
// heading, names on everything that can be used, tables with headers.
func TestReadAloud(t *testing.T) {
	x := open(t, chat(t))
	x.do(chromedp.Focus(".stream > summary", chromedp.ByQuery), chromedp.KeyEvent(kb.Enter), chromedp.Click("#open"))
	x.frame()
	var nodes []*accessibility.Node
	x.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		nodes, err = accessibility.GetFullAXTree().Do(ctx)
		return err
	}))
	count := map[string]int{}
	for _, n := range nodes {
		if n.Ignored || n.Role == nil {
			continue
		}
		role, name := unquote(n.Role.Value), ""
		if n.Name != nil {
			name = unquote(n.Name.Value)
		}
		count[role]++
		switch role {
		case "button", "searchbox", "combobox", "link", "columnheader", "checkbox", "DisclosureTriangle", "image", "region":
			if strings.TrimSpace(name) == "" {
				t.Errorf("a %s has no name", role)
			}
		}
	}
	for _, role := range []string{"banner", "main", "contentinfo", "search", "table", "columnheader", "list", "heading", "searchbox"} {
		if count[role] == 0 {
			t.Errorf("there is no %s among %v", role, count)
		}
	}
	levels := eval[[]int](x, `[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(h => h.checkVisibility()).map(h => Number(h.tagName[1]))`)
	for i, l := range levels {
		if i == 0 && l != 1 || i > 0 && (l == 1 || l > levels[i-1]+1) {
			t.Errorf("heading %d is of level %d after %v", i+1, l, levels[:i])
		}
	}
	if n := eval[int](x, `document.querySelectorAll("th:not([scope])").length`); n > 0 {
		t.Errorf("%d table headers do not say what they are of", n)
	}
	if lang := eval[string](x, "document.documentElement.lang"); lang != "en" {
		t.Errorf("the language is %q", lang)
	}
}
