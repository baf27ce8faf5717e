package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBytes: what is in a file before it is YAML.
func TestBytes(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty":                 {"", ""},
		"blank lines":           {"\n\n", ""},
		"a comment":             {"# nothing yet\n", ""},
		"an empty document":     {"---\n", ""},
		"no last line end":      {"policy: strict", ""},
		"byte order mark":       {"\xef\xbb\xbfpolicy: strict\n", ""},
		"mark, and wrong":       {"\xef\xbb\xbfpolcy: strict\n", `f:1:1: unknown key "polcy" (did you mean policy?)`},
		"CRLF":                  {"policy: strict\r\nscope: all\r\n", ""},
		"CRLF, and wrong":       {"policy: strict\r\nscop: all\r\n", `f:2:1: unknown key "scop" (did you mean scope?)`},
		"CR alone":              {"policy: strict\rscope: all\r", `f:1:15: there is a control character: remove it`},
		"UTF-16":                {"\xff\xfep\x00o\x00", `f:1:1: the file is in UTF-16: save it in UTF-8`},
		"UTF-16, the other way": {"\xfe\xff\x00p\x00o", `f:1:1: the file is in UTF-16: save it in UTF-8`},
		"Latin 1":               {"policy: strict\n# f\xfcr alle\n", `f:2:4: this byte is not UTF-8: save the file in UTF-8`},
		"NUL":                   {"policy: strict\n\x00", `f:2:1: there is a control character: remove it`},
		"escape":                {"policy: \x1b[31mstrict\n", `f:1:9: there is a control character: remove it`},
		"delete":                {"policy: strict\x7f\n", `f:1:15: there is a control character: remove it`},
		"an executable":         {"\x7fELF\x02\x01\x01\x00\xfe", `f:1:9: this byte is not UTF-8: save the file in UTF-8`},
		"huge":                  {strings.Repeat("#\n", maxBytes), `f:1:1: the file has 524288 bytes, more than the 262144 that a configuration may have`},
		"tabs in two lines":     {"rules:\n\tSL101: off\n\tSL102: off\n", "f:2:1: a tab stands where YAML wants spaces: indent with spaces\nf:3:1: a tab stands where YAML wants spaces: indent with spaces"},
		"a tab behind spaces":   {"rules:\n  \tSL101: off\n", `f:2:3: a tab stands where YAML wants spaces: indent with spaces`},
		"a tab in a blank line": {"policy: strict\n\t\n", "f:2:1: a tab stands where YAML wants spaces: indent with spaces"},
		"a name of any letters": {"approve:\n  providers:\n    - {symbol: example.com/läden.Öffne, reason: für alle}\n", ""},
		"aliases that multiply": {"exclude:\n  - &a [x, x]\n  - &b [*a, *a]\n", "f:2:5: anchors are not read in a configuration: write the value out, or put a text that begins with & in quotes\n" +
			"f:3:5: anchors are not read in a configuration: write the value out, or put a text that begins with & in quotes\n" +
			"f:3:9: aliases are not read in a configuration: write the value out, or put a text that begins with * in quotes\n" +
			"f:3:13: aliases are not read in a configuration: write the value out, or put a text that begins with * in quotes"},
		"open brackets": {strings.Repeat("[", 1<<16), `f:1:65: values are nested deeper than any that a configuration has`},
		"open braces":   {strings.Repeat("{a: ", 1<<14), `f:1:257: values are nested deeper than any that a configuration has`},
	} {
		t.Run(name, func(t *testing.T) {
			got := ""
			if _, err := Parse([]byte(c.text), "f"); err != nil {
				got = err.Error()
			}
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestMany: a file that is wrong all over costs a page, not a scroll.
func TestMany(t *testing.T) {
	_, err := Parse([]byte("exclude:\n"+strings.Repeat("  - /abs\n", 500)), "f")
	ps, ok := err.(Problems)
	if !ok || len(ps) != maxProblems+1 || ps[maxProblems].String() != "f: and 400 more errors" {
		t.Errorf("got %d problems, the last of them %v", len(ps), ps[len(ps)-1])
	}
}

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	huge := filepath.Join(dir, "huge")
	if err := os.WriteFile(huge, make([]byte, maxBytes+4), 0o666); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		dir:                         "f: this is a directory, not a configuration: name a file",
		filepath.Join(dir, "none"):  "f: the configuration cannot be read: no such file or directory",
		huge:                        "f:1:1: the file has 262148 bytes, more than the 262144 that a configuration may have",
		filepath.Join(huge, "file"): "f: the configuration cannot be read: not a directory",
	} {
		if _, err := ReadFile(path, "f"); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// TestFromMap: settings that a host has decoded are placed by their keys.
func TestFromMap(t *testing.T) {
	_, err := FromMap(map[string]any{
		"policy":  true,
		"rules":   map[any]any{"SL999": "off", 5: "off"},
		"exclude": []any{"ok", "/abs", nil, 3.5},
		"tests":   "yes",
		"approve": map[string]any{"providers": []any{map[string]any{"symbol": "Open"}}},
		"catalog": map[string]any{"cheap": []string{"example.com/shop.A", "example.com/shop.A"}, "acquire": struct{}{}},
	}, ".golangci.yml")
	want := `.golangci.yml: approve.providers[0]: approve.providers[0] has no reason: say why it is right
.golangci.yml: approve.providers[0].symbol: approve.providers[0].symbol: "Open" has no package: want the import path before the name, as in example.com/shop/repo.Open
.golangci.yml: catalog.acquire: a value of Go type struct {} is not read in a configuration
.golangci.yml: catalog.acquire: catalog.acquire has no value: give it one or remove the key
.golangci.yml: catalog.cheap[1]: example.com/shop.A is listed already as catalog.cheap[0]: remove one of the two
.golangci.yml: exclude[1]: exclude[1]: "/abs" leads out of the folder of the configuration: write a path relative to it
.golangci.yml: exclude[2]: exclude[2] has no value: give it one or remove the key
.golangci.yml: exclude[3]: exclude[3] is text, not the number 3.5: put it in quotes if that is meant
.golangci.yml: policy: policy is standard, strict or relaxed, or a mapping, not true
.golangci.yml: rules.5: unknown rule "5": the rules are SL101, SL102, SL103, SL201, SL202, SL301, SL302, SL303, SL401, SL402, SL901, SL902 and SL903
.golangci.yml: rules.SL999: unknown rule "SL999": the rules are SL101, SL102, SL103, SL201, SL202, SL301, SL302, SL303, SL401, SL402, SL901, SL902 and SL903
.golangci.yml: tests: tests is true or false, not the text "yes"`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// FuzzParse: whatever a file holds, the answer is a configuration or places in
// the file, and a configuration can be printed and read again.
func FuzzParse(f *testing.F) {
	archives, err := filepath.Glob(filepath.Join("testdata", "wrong", "*.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, archive := range append(archives, "example.yaml") {
		text, err := os.ReadFile(archive)
		if err != nil {
			f.Fatal(err)
		}
		for part := range strings.SplitSeq(string(text), "\n-- ") {
			_, body, _ := strings.Cut(part, "\n")
			f.Add([]byte(body))
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := Parse(text, "f")
		if err != nil {
			for _, p := range err.(Problems) {
				if p.Text == "" || strings.Contains(p.Text, "runtime error") {
					t.Errorf("said of %q: %v", text, p)
				}
			}
			return
		}
		if _, err := Parse([]byte(c.Show()), "shown"); err != nil {
			t.Errorf("printed as\n%s\nwhich is wrong: %v", c.Show(), err)
		}
	})
}
