package summary

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"
	"sync"
)

// Directive is an approval in a comment, or what the tool cannot know:
//
//	//sessionlint:provider REASON       on a function that hands out sessions
//	//sessionlint:background REASON     on a function that runs apart from requests
//	//sessionlint:shared REASON         on a function that hands out what is there already
//	//sessionlint:allow SL103 REASON    on a line, the line above it, or a function
//	//nolint:sessionlint                as golangci-lint reads it
//	//sessionlint:entry KIND            on a function, or on a type of handlers
//	//sessionlint:acquires KIND         on a function whose calls acquire
//
// It covers lines From to To of its file; Func is the function, or Type the
// type, in whose documentation it stands.
type Directive struct {
	Verb     Str // the word behind the colon, or "nolint"
	Rules    []Str
	Reason   Str
	Pos      Pos
	From, To uint32
	Func     Str
	Type     Str
	Bad      Str // what is wrong with it, for the user; it approves nothing then
}

const directivePrefix = "//sessionlint:"

// nolintRE is golangci-lint's form: //nolint or //nolint:a,b, with or without a
// space, and an explanation behind //.
var nolintRE = regexp.MustCompile(`^// ?nolint(:([\w\-, ]+))?(\s|$|//)`)

// spacedDirective is a directive that gofmt takes for prose.
var spacedDirective = regexp.MustCompile(`^// sessionlint:(provider|background|shared|allow|entry|acquires)\b`)

// directives reads the comments of all files.
func (b *builder) directives() {
	for _, f := range b.in.Files {
		code := sync.OnceValue(func() map[uint32]bool { return b.codeLines(f) })
		for _, g := range f.Comments {
			for _, c := range g.List {
				b.directive(f, g, c, code)
			}
		}
	}
}

// codeLines are the lines of a file on which code begins or ends: a comment on
// such a line belongs to it, one on a line of its own to the next.
func (b *builder) codeLines(f *ast.File) map[uint32]bool {
	lines := map[uint32]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.File, *ast.Comment, *ast.CommentGroup:
			return true
		}
		lines[b.pos(n.Pos()).Line] = true
		lines[b.pos(n.End()-1).Line] = true
		return true
	})
	return lines
}

func (b *builder) directive(f *ast.File, g *ast.CommentGroup, c *ast.Comment, code func() map[uint32]bool) {
	if !strings.Contains(c.Text, "sessionlint") && !strings.Contains(c.Text, "nolint") {
		return // as nearly all are
	}
	d := Directive{Pos: b.pos(c.Pos())}
	var kind string
	text, ok := strings.CutPrefix(c.Text, directivePrefix)
	switch {
	case ok:
		kind = b.parseDirective(&d, text)
	case spacedDirective.MatchString(c.Text):
		d.Bad = b.str("a directive has no space after the slashes: write " + directivePrefix)
	default:
		m := nolintRE.FindStringSubmatch(c.Text)
		if m == nil || m[2] != "" && !namesUs(m[2]) {
			return
		}
		d.Verb = b.str("nolint")
	}
	d.From = d.Pos.Line
	if !code()[d.From] {
		d.From = b.pos(g.End()).Line + 1 // the line below the comment
	}
	d.To = d.From
	on := b.cover(f, g, &d)
	if d.Bad == 0 {
		d.Bad = b.str(b.say(&d, kind, on))
	}
	b.out.Directives = append(b.out.Directives, d)
}

func namesUs(list string) bool {
	for name := range strings.SplitSeq(list, ",") {
		if name = strings.TrimSpace(name); name == "sessionlint" || name == "all" {
			return true
		}
	}
	return false
}

// cover widens a directive to the function that it stands on, or to the file
// when it stands above the package clause. It returns that function, or the type.
func (b *builder) cover(f *ast.File, g *ast.CommentGroup, d *Directive) types.Object {
	nolint := b.out.Strings[d.Verb] == "nolint"
	if nolint && g.End() < f.Package {
		d.From, d.To = 1, ^uint32(0)
		return nil
	}
	for _, decl := range f.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			first := b.pos(decl.Pos()).Line
			if decl.Doc != g && d.From != first {
				continue
			}
			d.From, d.To = first, b.pos(decl.End()).Line
			if o, ok := b.in.Info.Defs[decl.Name].(*types.Func); ok {
				d.Func = b.str(b.symbolOf(o))
				return o
			}
			return nil
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				t, ok := spec.(*ast.TypeSpec)
				if !ok || t.Doc != g && (decl.Doc != g || len(decl.Specs) > 1) && d.From != b.pos(t.Pos()).Line {
					continue
				}
				if o, ok := b.in.Info.Defs[t.Name].(*types.TypeName); ok && o.Parent() == o.Pkg().Scope() {
					d.Type = b.str(o.Pkg().Path() + "." + o.Name())
					return o
				}
			}
		}
	}
	return nil
}

// parseDirective reads what stands behind "//sessionlint:". It returns the kind
// of an entry or a resource.
func (b *builder) parseDirective(d *Directive, text string) (kind string) {
	verb, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	d.Verb = b.str(verb)
	switch verb {
	case "provider", "background", "shared":
	case "allow":
		var rules string
		rules, rest, _ = strings.Cut(rest, " ")
		for id := range strings.SplitSeq(rules, ",") {
			if id != "" {
				d.Rules = append(d.Rules, b.str(id))
			}
		}
		if len(d.Rules) == 0 {
			d.Bad = b.str("allow needs a rule and a reason: //sessionlint:allow SL103 why it is right")
			return ""
		}
	case "entry", "acquires":
		kind, rest, _ = strings.Cut(rest, " ")
		d.Reason = b.str(strings.TrimSpace(rest))
		d.Bad = b.str(wrongKind(verb, kind))
		return kind
	default:
		d.Bad = b.str("unknown directive " + verb + ": want provider, background, shared, allow, entry or acquires")
		return ""
	}
	if rest = strings.TrimSpace(rest); rest == "" {
		d.Bad = b.str(verb + " needs a reason")
		return ""
	}
	d.Reason = b.str(rest)
	return ""
}
