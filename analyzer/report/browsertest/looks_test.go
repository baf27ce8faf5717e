package browsertest

import (
	"bytes"
	"context"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// unquote is the text in a JSON string.
func unquote(v []byte) string {
	var s string
	_ = json.Unmarshal(v, &s)
	return s
}

const (
	tooWide = `document.documentElement.scrollWidth - document.documentElement.clientWidth`
	widest  = `[...document.querySelectorAll("body *")].reduce((a, b) => b.getBoundingClientRect().right >= a.getBoundingClientRect().right ? b : a).outerHTML.slice(0, 300)`
)

// TestLooks: in the light and in the dark, on a narrow screen and on paper the
// page fills its width and no more, and is not blank.
func TestLooks(t *testing.T) {
	pages := map[string][]byte{"chat": chat(t), "many": html(t, many(80))}
	if file := os.Getenv("PAGE"); file != "" {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages["page"] = text
	}
	media := func(kind, scheme string) chromedp.Action {
		return emulation.SetEmulatedMedia().WithMedia(kind).WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}})
	}
	for name, text := range pages {
		for _, look := range []struct {
			name          string
			width, height int64
			kind, scheme  string
		}{
			{"light", 1280, 900, "screen", "light"},
			{"dark", 1280, 900, "screen", "dark"},
			{"narrow", 390, 844, "screen", "light"},
			{"print", 794, 1123, "print", "light"},
		} {
			t.Run(name+"/"+look.name, func(t *testing.T) {
				x := open(t, text, emulation.SetDeviceMetricsOverride(look.width, look.height, 1, look.name == "narrow"), media(look.kind, look.scheme))
				x.frame()
				if wide := eval[int](x, tooWide); wide > 0 {
					t.Errorf("it is %d pixels wider than the screen: %s", wide, eval[string](x, widest))
				}
				x.picture(name + "-" + look.name)
				x.do(chromedp.Evaluate(`document.querySelectorAll("details").forEach((d, i) => { if (d.matches(".stream") || d.closest(".group")) d.open = i < 12 })`, nil))
				x.frame()
				if wide := eval[int](x, tooWide); wide > 0 {
					t.Errorf("with places open it is %d pixels wider than the screen: %s", wide, eval[string](x, widest))
				}
				x.picture(name + "-" + look.name + "-open")
			})
		}
	}
}

// picture takes one of the whole page, up to some screens, and wants several
// colours in it.
func (x *tab) picture(name string) {
	x.t.Helper()
	var clip page.Viewport
	x.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, _, size, _, _, css, err := page.GetLayoutMetrics().Do(ctx)
		if err != nil {
			return err
		}
		if css != nil {
			size = css
		}
		clip = page.Viewport{Width: size.Width, Height: min(size.Height, 5000), Scale: 1}
		// What lies below the screen is not painted before it comes near.
		return emulation.SetDeviceMetricsOverride(int64(clip.Width), int64(clip.Height), 1, clip.Width < 500).Do(ctx)
	}))
	x.frame()
	var shot []byte
	x.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		shot, err = page.CaptureScreenshot().WithClip(&clip).Do(ctx)
		return err
	}))
	img, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		x.t.Fatal(err)
	}
	colours := map[[3]uint32]bool{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y += 3 {
		for c := b.Min.X; c < b.Max.X; c += 3 {
			r, g, bl, _ := img.At(c, y).RGBA()
			colours[[3]uint32{r, g, bl}] = true
		}
	}
	if len(colours) < 20 {
		x.t.Errorf("only %d colours: the page is blank", len(colours))
	}
	if dir := os.Getenv("SCREENSHOTS"); dir != "" {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			x.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".png"), shot, 0o644); err != nil {
			x.t.Fatal(err)
		}
	}
}

// TestPaper prints: what breaks a rule is opened, what filters is not there.
func TestPaper(t *testing.T) {
	x := open(t, html(t, many(60)))
	x.do(chromedp.Click("#close"), chromedp.Evaluate(`dispatchEvent(new Event("beforeprint"))`, nil))
	if n := eval[int](x, `document.querySelectorAll(".group > details[open]").length`); n != 6 {
		t.Errorf("%d places are open on paper, want those 6 that break a rule", n)
	}
	x.do(emulation.SetEmulatedMedia().WithMedia("print"))
	x.frame()
	if !eval[bool](x, `[".tools", ".theme", ".keys"].every(s => getComputedStyle(document.querySelector(s)).display === "none")`) {
		t.Error("what only a screen can use is on paper")
	}
	x.do(chromedp.Evaluate(`dispatchEvent(new Event("afterprint"))`, nil))
	if n := eval[int](x, `document.querySelectorAll(".group > details[open]").length`); n != 0 {
		t.Errorf("%d places stay open after printing", n)
	}
	var pdf []byte
	x.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().Do(ctx)
		return err
	}))
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 20_000 {
		t.Errorf("the print is no document: %d bytes", len(pdf))
	}
}
