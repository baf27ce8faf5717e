package catalog

import (
	"os"
	"strings"
	"testing"
)

// load parses and indexes one file of data.
func load(text, families string) (*Catalog, error) {
	blocks, err := parse("data/x.cat", text)
	if err != nil {
		return nil, err
	}
	return build(blocks, Options{Families: families})
}

const good = `# A file.

family sql default  # why
checked std@go1.26
import sql database/sql
shape ent ent

# Lazy.
pool     sql.Open  result0 release=(*sql.DB).Close
tx       (*sql.DB).Begin,BeginTx  result0 release=(*sql.Tx).Commit,Rollback
query    (*sql.DB).Query  result0 release=(*sql.Rows).Close
cheap    (*sql.DB).Stats

framework gin
package gin github.com/gin-gonic/gin
import http net/http
also gin=gopkg.in/gin-gonic/gin.v1
handler  request gin.HandlerFunc func(*gin.Context)
register (*gin.Engine).Any arg1 request trap
field    http.Server Handler request
next     (*gin.Context).Next
`

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"keyword", "family a default\npol sql.Open result0", `data/x.cat:2: unknown keyword "pol"`},
		{"no block", "pool sql.Open result0", `data/x.cat:1: "pool" stands before any family or framework`},
		{"set", "family a b extra", `data/x.cat:1: unknown set "extra", want default or extended`},
		{"no set", "family a", `data/x.cat:1: family needs a name and a set, default or extended`},
		{"comma", "family a,b default", `data/x.cat:1: family name "a,b" has a comma`},
		{"no name", "framework", `data/x.cat:1: framework needs a name`},
		{"import", "framework f\nimport sql", `data/x.cat:2: import needs a name and a path`},
		{"import twice", "framework f\nimport sql a\nimport sql b", `data/x.cat:3: name sql is a already`},
		{"also", "framework f\nimport sql a\nalso db=b", `data/x.cat:3: also wants NAME=PATH with a name declared above, not "db=b"`},
		{"checked", "framework f\nchecked", `data/x.cat:2: checked needs a module@version`},
		{"two", "framework f\nfoo\nbar", "data/x.cat:2: unknown keyword \"foo\"\ndata/x.cat:3: unknown keyword \"bar\""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { wantError(t, test.text, test.want) })
	}
}

func TestRowErrors(t *testing.T) {
	tests := []struct{ name, row, want string }{
		{"no symbol", "pool", "pool needs a symbol"},
		{"not imported", "pool db.Open result0", "package db is not imported"},
		{"receiver not imported", "pool (*db.DB).Open result0", "package db is not imported"},
		{"not a symbol", "pool Open result0", `"Open" is not a symbol`},
		{"no name", "pool sql. result0", `"sql." is not a symbol`},
		{"bad receiver", "pool (*sql).Open result0", `"(*sql)" is not a receiver`},
		{"no origin", "pool sql.Open", "pool needs an origin: result0, receiver, arg1, arg1.param0, literal or none"},
		{"bad origin", "tx sql.Open arg1.result0", "tx needs an origin: result0, receiver, arg1, arg1.param0, literal or none"},
		{"bad flag", "pool sql.Open result0 often", `unknown flag "often"`},
		{"bad func", "pool sql.Open receiver func=f", `func wants an argument such as arg1, not "f"`},
		{"bad release", "pool sql.Open result0 release=Close", `"Close" is not a symbol`},
		{"shape", "shape orm orm", "shape wants ent or sqlc, and a name"},
		{"no argument", "register sql.Open", "register needs an argument: arg0 or args"},
		{"bad argument", "register sql.Open first request", `"first" is not an argument such as arg0 or args`},
		{"no kind", "register sql.Open arg0", "register needs a kind"},
		{"bad kind", "register sql.Open arg0 sometimes", `unknown kind or flag "sometimes"`},
		{"field", "field sql.DB Handler", "field needs a type, names and a kind"},
		{"field type", "field DB Handler request", `"DB" is not a named type of an imported package`},
		{"field twice", "field sql.DB A,A request", "field A of sql.DB is listed twice"},
		{"handler", "handler request", "handler needs a kind and a type"},
		{"handler kind", "handler often sql.F", `unknown kind "often"`},
		{"signature", "signature request func(context.Context, string) error", "no parameter of func(context.Context, string) error has a type of a framework"},
		{"glue", "glue", "glue needs a function type"},
		{"not a function", "signature request sql.DB", `"sql.DB" is not a function type`},
		{"bad type", "signature request func(sql.)", `a type is missing before ")"`},
		{"open list", "signature request func(sql.DB", `a ) is missing at the end`},
		{"unknown type", "signature request func(strin)", `"strin" is not a type`},
		{"after the type", "signature request func(sql.DB) error)", `unexpected ")" after the type`},
		{"interface", "interface request sql.DB", "interface needs its methods"},
		{"param", "param request", "param needs a kind and a type"},
		{"mark flag", "streams sql.Open when=x", `unknown flag "when=x"`},
		{"generated", "generated soap", `unknown shape "soap"`},
		{"generated twice", "generated grpc drpc", "generated wants one shape"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantError(t, "family f default\nimport sql database/sql\n"+test.row, "data/x.cat:3: "+test.want)
		})
	}
}

func TestDuplicates(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"symbol", "family f default\nimport sql database/sql\npool sql.Open result0\npool sql.Open result0",
			"data/x.cat:4: database/sql.Open is listed twice"},
		{"family", "family f default\nfamily f extended", "data/x.cat:2: family f is declared twice"},
		{"signature", "framework f\nimport http net/http\nsignature request func(http.Request)\nframework g\nimport http net/http\nsignature stream func(http.Request)",
			"data/x.cat:6: signature func(http.Request) is recognised for f already"},
		{"cheap too", "family f default\nimport sql database/sql\npool sql.Open result0\ncheap sql.Open",
			"data/x.cat:4: database/sql.Open acquires and is cheap"},
		{"families disagree", "family f default\nimport sql database/sql\npool sql.Open result0\nfamily g default\nimport sql database/sql\nconn sql.Open result0",
			"data/x.cat:6: database/sql.Open is another thing in family f"},
		{"outside a family", "framework f\nimport sql database/sql\npool sql.Open result0", "data/x.cat:3: pool belongs in a family"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { wantError(t, test.text, test.want) })
	}
	same := "family f default\nimport sql database/sql\ntx (*sql.DB).Begin result0\nfamily g default\nimport sql database/sql\ntx (*sql.DB).Begin result0"
	if _, err := load(same, ""); err != nil {
		t.Errorf("a promoted method in two families that agree: %v", err)
	}
}

func wantError(t *testing.T, text, want string) {
	t.Helper()
	_, err := load(text, "extended")
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestNotes(t *testing.T) {
	c, err := load("family f default\nimport sql database/sql\n\n# Two\n# lines.\npool sql.Open result0\npool sql.OpenDB result0 # own\n\npool sql.Third result0", "")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"Open": "Two lines.", "OpenDB": "own", "Third": ""} {
		if got := c.known.info("database/sql").funcs[name].Acquire.Note; got != want {
			t.Errorf("note of %s is %q, want %q", name, got, want)
		}
	}
}

// FuzzLoad wants no panic and, of every error, its line.
func FuzzLoad(f *testing.F) {
	f.Add(good)
	for _, line := range strings.Split(good, "\n") {
		f.Add("family f default\nimport sql database/sql\n" + line)
	}
	entries, err := data.ReadDir("data")
	if err != nil {
		f.Fatal(err)
	}
	for _, e := range entries {
		text, err := data.ReadFile("data/" + e.Name())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := load(text, "extended")
		if err == nil {
			return
		}
		for line := range strings.SplitSeq(err.Error(), "\n") {
			if !strings.HasPrefix(line, "data/x.cat:") && !strings.Contains(text, line) {
				t.Errorf("error without a place: %q", line)
			}
		}
	})
}

// TestDocumentedRows: the example of docs/adding.md is right.
func TestDocumentedRows(t *testing.T) {
	text, err := os.ReadFile("../../docs/adding.md")
	if err != nil {
		t.Fatal(err)
	}
	var blocks []*block
	for i, part := range strings.Split(string(text), "```") {
		if i%2 == 0 || !strings.HasPrefix(part, "\nfam") && !strings.HasPrefix(part, "\nframe") {
			continue
		}
		bs, err := parse("adding.md", part)
		if err != nil {
			t.Fatal(err)
		}
		blocks = append(blocks, bs...)
	}
	if len(blocks) != 2 {
		t.Errorf("%d blocks in the examples", len(blocks))
	}
	if _, err := build(blocks, Options{Families: "acme"}); err != nil {
		t.Error(err)
	}
}
