package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

var (
	//go:embed html/page.html
	pageTemplate string
	//go:embed html/page.css
	pageStyle string
	//go:embed html/page.js
	pageScript string
)

// HTML writes the report as one page that needs nothing else: no network, no
// other file. What is on it is text in the page; the script only filters it
// and draws the chain and the code of what is opened, from data in the page, so
// that thousands of acquisitions open at once. The page's policy lets no other
// script run, and no address be asked for.
func HTML(w io.Writer, r *rule.Report, o Options) error {
	p, err := newPage(newDossier(r, o), o.Version)
	if err != nil {
		return err
	}
	t, err := template.New("page").Parse(pageTemplate)
	if err != nil {
		return err
	}
	// In one piece: a page that ends in the middle looks whole.
	var out bytes.Buffer
	if err := t.Execute(&out, p); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// page is what the template shows.
type page struct {
	Title         string
	Policy        string
	Version       string
	Audit         bool
	Tone          string // "bad", "warn" or "good"
	Conclusion    string
	Rest          string
	Searched      string
	Tally         []pageTally
	Bar           []pageBar
	BarLabel      string
	Next          []pageAdvice
	Groups        []pageGroup
	Total         int
	Facets        []pageFacet
	Entries       []pageEntry
	Points        [][]pagePart
	Streams       []pageStream
	Unseen        []pageUnseen
	UnseenNothing string
	Listed        bool // the report lists all entry points
	EntryNote     string
	Incomplete    []rule.Incomplete
	Blind         []string
	Rules         []pageRule
	Security      string        // of the Content-Security-Policy
	Style         template.HTML // whole elements, because their hashes are in Security
	Script        template.HTML
	Data          template.HTML
}

func newPage(d *dossier, version string) (*page, error) {
	p := &page{
		Title: orElse(clean(d.module), "unnamed module"), Policy: clean(d.policy), Version: version,
		Audit: d.audit, Conclusion: upperFirst(d.conclusion), Rest: upperFirst(d.reservation), Searched: d.searched,
		EntryNote: entryLimits, Listed: d.listed != nil, Blind: blindSpots(), Total: len(d.items), Tone: tone(d),
	}
	if p.Listed {
		p.EntryNote = upperFirst(entriesTally(d.listed)) + ". " + sessionLimits
	}
	p.Incomplete = cleanIncomplete(d.incomplete)
	p.addGroups(d)
	p.addEntries(d)
	p.addNext(d)
	p.addRules(d)
	for _, s := range d.points() {
		p.Points = append(p.Points, parts(s))
	}
	p.addUnseen(d)
	all := newPageData(d)
	p.addStreams(d, all)
	data, err := all.encode()
	if err != nil {
		return nil, err
	}
	p.Style = element("style", "", pageStyle)
	p.Script = element("script", "", pageScript)
	p.Data = element("script", ` type="application/json" id="data"`, string(data))
	p.Security = fmt.Sprintf("default-src 'none'; script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; form-action 'none'",
		hash(pageScript), hash(pageStyle))
	return p, nil
}

// element is only for text of this package, and for JSON, in which nothing can
// end the element.
func element(name, attributes, text string) template.HTML {
	return template.HTML("<" + name + attributes + ">" + text + "</" + name + ">")
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// tone is the colour of the conclusion: a report that is not whole is never
// good.
func tone(d *dossier) string {
	for _, it := range d.items {
		if len(it.findings) > 0 {
			return "bad"
		}
	}
	if len(d.incomplete) > 0 || len(d.silentViolations()) > 0 {
		return "warn"
	}
	return "good"
}

func cleanIncomplete(list []rule.Incomplete) []rule.Incomplete {
	var out []rule.Incomplete
	for _, i := range list {
		out = append(out, rule.Incomplete{Package: clean(i.Package), Error: clean(i.Error)})
	}
	return out
}

// slug is a verdict as a CSS class; those that are not known share one.
func slug(verdict string) string {
	if verdict == verdictFinding {
		return verdict
	}
	for _, v := range verdicts() {
		if v == verdict {
			return v
		}
	}
	return "other"
}

// kindLabel is "request or stream", or that the report does not tell.
func kindLabel(kind string) string { return orElse(clean(kind), "not told") }

// codeSpans splits this package's own sentences at their backquotes: every
// second part is code.
func codeSpans(s string) []string { return strings.Split(s, "`") }
