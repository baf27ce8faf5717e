package report

import (
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// pageStream is a stream with the chains to what it takes, which the script
// draws like those of acquisitions.
type pageStream struct {
	Index                   int
	Title, Function, Phrase string
}

// streamData is its chains.
type streamData struct {
	Heads  []string   `json:"h"` // what each chain leads to
	Chains []pageItem `json:"i"`
}

func (p *page) addStreams(d *dossier, data *pageData) {
	for _, e := range d.entries {
		if e.kind != "stream" || e.point == nil {
			continue
		}
		out := pageStream{
			Index: len(data.Streams), Title: shortRoutes(e.routes), Function: d.names.function(e.function),
			Phrase: sessions(*e.point, clean, clean, d.names),
		}
		p.Streams = append(p.Streams, out)
		data.Streams = append(data.Streams, data.stream(d, e.point))
	}
}

func (data *pageData) stream(d *dossier, e *rule.EntryPoint) streamData {
	out := streamData{Heads: []string{}, Chains: []pageItem{}}
	label := entryTitle(&rule.Entry{Kind: e.Kind, Framework: e.Framework, Route: e.Route})
	add := func(head string, t rule.Taken, steps []rule.Step, goal bool) {
		if len(steps) == 0 {
			return
		}
		it := item{acq: &rule.Acquisition{
			Kind: t.Kind, Symbol: t.Symbol, Function: t.Function, Position: t.Position, Verdict: t.Verdict, Chain: steps,
		}}
		x := data.item(d, it, nil)
		x.Label = label
		if !goal {
			x.Acquires = ""
		}
		out.Heads = append(out.Heads, head)
		out.Chains = append(out.Chains, x)
	}
	for _, t := range e.Takes {
		add("To what hands out the session", t, t.Made, false)
		add("To "+clean(t.Kind)+" "+clean(t.Symbol), t, t.Chain, true)
	}
	return out
}

// pageUnseen is the places of one kind from which the analysis could not go on.
type pageUnseen struct {
	Words  string
	Places []pageSpot
	More   int
}

type pageSpot struct{ Place, What, Function string }

// spotsShown is how many places of one kind a page lists.
const spotsShown = 200

func (p *page) addUnseen(d *dossier) {
	if d.listed != nil && len(d.unseen) == 0 {
		p.UnseenNothing = unseenNothing
	}
	for _, k := range byUnseen(d.unseen) {
		out := pageUnseen{Words: upperFirst(k.words())}
		for i, u := range k.places {
			if i == spotsShown {
				out.More = len(k.places) - i
				break
			}
			out.Places = append(out.Places, pageSpot{place(u.Position), d.names.function(u.What), d.names.function(u.Function)})
		}
		p.Unseen = append(p.Unseen, out)
	}
}
