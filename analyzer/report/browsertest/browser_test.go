package browsertest

import (
	"context"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var browser struct {
	ctx context.Context // of the one browser that all tests share
}

func TestMain(m *testing.M) {
	name, err := findBrowser()
	if err != nil {
		log.Fatal(err)
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(name), chromedp.WindowSize(1280, 900))
	if os.Getuid() == 0 {
		opts = append(opts, chromedp.NoSandbox) // chromium has none as root
	}
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, stop := chromedp.NewContext(alloc)
	if err := chromedp.Run(ctx); err != nil {
		log.Fatalf("starting %s: %v", name, err)
	}
	browser.ctx = ctx
	code := m.Run()
	stop()
	stopAlloc()
	os.Exit(code)
}

// findBrowser finds a browser, or installs Debian's. A test of the page that
// does not look at the page would be none, so there is no going on without.
func findBrowser() (string, error) {
	names := []string{"chromium", "chromium-browser", "google-chrome", "chrome"}
	for _, n := range names {
		if path, err := exec.LookPath(n); err == nil {
			return path, nil
		}
	}
	missing := "the tests of the HTML report need a browser: install chromium (apt-get install chromium), or put one of " +
		strings.Join(names, ", ") + " on PATH"
	if _, err := exec.LookPath("apt-get"); err != nil || os.Getuid() != 0 {
		return "", fmt.Errorf("%s", missing)
	}
	for _, args := range [][]string{{"update", "-q"}, {"install", "-q", "-y", "--no-install-recommends", "chromium"}} {
		cmd := exec.Command("apt-get", args...)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		if out, err := cmd.CombinedOutput(); err != nil {
			return "", fmt.Errorf("%s; apt-get %s: %w\n%s", missing, args[0], err, out)
		}
	}
	path, err := exec.LookPath("chromium")
	if err != nil {
		return "", fmt.Errorf("%s; it was installed and is not on PATH: %w", missing, err)
	}
	return path, nil
}

// tab is a page in the browser, with what it did that it should not do.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu    sync.Mutex
	wrong []string
}

// open shows a page in a tab of its own. At the end of the test it must have
// asked the network for nothing and complained of nothing.
func open(t *testing.T, html []byte, first ...chromedp.Action) *tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "audit.html")
	if err := os.WriteFile(file, html, 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := chromedp.NewContext(browser.ctx)
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	x := &tab{t: t, ctx: ctx}
	chromedp.ListenTarget(ctx, x.watch)
	t.Cleanup(func() {
		stop()
		cancel()
		x.mu.Lock()
		defer x.mu.Unlock()
		for _, w := range x.wrong {
			t.Error(w)
		}
	})
	x.do(network.Enable(), cdplog.Enable(), page.Enable(), page.BringToFront())
	x.do(first...)
	x.do(chromedp.Navigate("file://"+file), chromedp.WaitVisible("#places-title"))
	return x
}

// watch notes what the page must not do.
func (x *tab) watch(event any) {
	var wrong string
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		wrong = fmt.Sprintf("console.%s is called with %d arguments", e.Type, len(e.Args))
	case *runtime.EventExceptionThrown:
		wrong = "an exception is thrown: " + e.ExceptionDetails.Error()
	case *cdplog.EventEntryAdded:
		wrong = fmt.Sprintf("the browser logs %s: %s %s", e.Entry.Level, e.Entry.Text, e.Entry.URL)
	case *page.EventJavascriptDialogOpening:
		wrong = "a dialog opens: " + e.Message
	case *network.EventRequestWillBeSent:
		url := e.Request.URL
		if !strings.HasPrefix(url, "data:") && !(strings.HasPrefix(url, "file://") && strings.HasSuffix(url, "/audit.html")) {
			wrong = "it asks for " + url
		}
	}
	if wrong == "" {
		return
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.wrong = append(x.wrong, wrong)
}

func (x *tab) do(actions ...chromedp.Action) {
	x.t.Helper()
	if err := chromedp.Run(x.ctx, actions...); err != nil {
		x.t.Fatal(err)
	}
}

// eval is the value of a JavaScript expression.
func eval[T any](x *tab, expression string) T {
	x.t.Helper()
	var v T
	if err := chromedp.Run(x.ctx, chromedp.Evaluate(expression, &v, chromedp.EvalAsValue)); err != nil {
		x.t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// frame waits until what a key or a click has changed is there.
func (x *tab) frame() {
	x.t.Helper()
	var ok bool
	x.do(chromedp.Evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r(true))))", &ok,
		func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
}

// shown is how many places are to be seen, and what the page says of it.
func (x *tab) shown() (n int, said string) {
	x.t.Helper()
	x.frame()
	return eval[int](x, `[...document.querySelectorAll(".group > details")].filter(d => d.checkVisibility({contentVisibilityAuto: false}) && !d.hidden && !d.closest(".group").hidden).length`),
		eval[string](x, `document.getElementById("count").textContent`)
}
