package vet

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// call runs the tool in this process.
func call(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = Main(args, "identity", &out, &errs)
	return status, out.String(), errs.String()
}

// TestIdentity reads the answer as cmd/go does (toolID in buildid.go): NAME
// version devel … buildID=ID, of which the ID keys its cache.
func TestIdentity(t *testing.T) {
	status, out, errs := call("-V=full")
	fields := strings.Fields(out)
	if status != 0 || errs != "" || len(fields) < 4 || strings.Count(out, "\n") != 1 {
		t.Fatalf("status %d, %q, %q", status, out, errs)
	}
	if fields[1] != "version" || fields[2] != "devel" || fields[len(fields)-1] != "buildID=identity" {
		t.Errorf("the go command cannot read %q", out)
	}
}

// TestFlags: each setting is a flag of the tool, described as cmd/go wants it.
func TestFlags(t *testing.T) {
	status, out, errs := call("-flags")
	if status != 0 || errs != "" {
		t.Fatalf("status %d, %q", status, errs)
	}
	var list []struct {
		Name, Usage string
		Bool        bool
	}
	dec := json.NewDecoder(strings.NewReader(out))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&list); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	isBool := map[string]bool{}
	for _, f := range list {
		isBool[f.Name] = f.Bool
		if f.Usage == "" {
			t.Errorf("-%s has no description", f.Name)
		}
	}
	for name, want := range map[string]bool{
		"sessionlint.policy": false, "sessionlint.families": false, "sessionlint.tests": true, "sessionlint.library": true,
		"json": true, "fix": true, "diff": true, "c": false,
	} {
		if got, ok := isBool[name]; !ok || got != want {
			t.Errorf("-%s: declared %t, as a switch %t; want a switch: %t", name, ok, got, want)
		}
	}
}

// pkg is a package as go vet hands it over, in a folder of its own.
type pkg struct {
	t   *testing.T
	cfg map[string]any
	dir string
}

func newPkg(t *testing.T, path, source string) *pkg {
	t.Helper()
	dir := t.TempDir()
	p := &pkg{t: t, dir: dir, cfg: map[string]any{
		"ID": path, "Dir": dir, "ImportPath": path, "ModulePath": "example.com/m",
		"GoFiles": []string{file(t, dir, "a.go", source)}, "GoVersion": "go1.26",
		"ImportMap": map[string]string{}, "PackageFile": map[string]string{}, "PackageVetx": map[string]string{},
		"VetxOutput": filepath.Join(dir, "vetx"),
	}}
	return p
}

// file writes a file and returns its name.
func file(t *testing.T, dir, name, data string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// run writes the configuration and runs the tool.
func (p *pkg) run(flags ...string) (status int, stdout, stderr string) {
	p.t.Helper()
	data, err := json.Marshal(p.cfg)
	if err != nil {
		p.t.Fatal(err)
	}
	return call(append(flags, file(p.t, p.dir, "vet.cfg", string(data)))...)
}

func (p *pkg) fact() []byte {
	p.t.Helper()
	data, err := os.ReadFile(p.cfg["VetxOutput"].(string))
	if err != nil {
		p.t.Fatal(err)
	}
	return data
}

// imports gives the package compiled imports.
func (p *pkg) imports(paths ...string) {
	p.t.Helper()
	out, err := exec.Command("go", append([]string{"list", "-deps", "-export", "-f", "{{.ImportPath}} {{.Export}}"}, paths...)...).Output()
	if err != nil {
		p.t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		p.cfg["ImportMap"].(map[string]string)[path] = path
		if file != "" {
			p.cfg["PackageFile"].(map[string]string)[path] = file
		}
	}
}

const handler = `package m

import (
	"database/sql"
	"net/http"
)

func Handler(w http.ResponseWriter, r *http.Request) {
	_, err := sql.Open("sqlite", "file.db")
	_ = err
}
`

func newHandler(t *testing.T) *pkg {
	t.Helper()
	p := newPkg(t, "example.com/m", handler)
	p.imports("database/sql", "net/http")
	return p
}

func TestFinding(t *testing.T) {
	p := newHandler(t)
	status, out, errs := p.run()
	want := regexp.MustCompile(`^` + regexp.QuoteMeta(p.dir) + `.a\.go:9:12: SL101: `)
	if status != 1 || out != "" || !want.MatchString(errs) {
		t.Errorf("status %d, %q, %q", status, out, errs)
	}
	if len(p.fact()) == 0 {
		t.Error("no fact")
	}

	// As JSON, which is how the go command asks for it, into a file.
	p.cfg["Stdout"] = filepath.Join(p.dir, "stdout")
	status, out, errs = p.run("-json")
	if status != 0 || out != "" || errs != "" {
		t.Errorf("-json: status %d, %q, %q", status, out, errs)
	}
	data, err := os.ReadFile(p.cfg["Stdout"].(string))
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]map[string][]struct{ Category, Posn, Message string }
	if err := json.Unmarshal(data, &tree); err != nil {
		t.Fatal(err)
	}
	if found := tree["example.com/m"]["sessionlint"]; len(found) != 1 || found[0].Category != "SL101" || !strings.HasSuffix(found[0].Posn, "a.go:9:12") {
		t.Errorf("%s", data)
	}
}

// TestFactsAreTheSame: analysing twice gives the same bytes.
func TestFactsAreTheSame(t *testing.T) {
	p := newHandler(t)
	p.run()
	first := p.fact()
	for range 5 {
		if p.run(); !bytes.Equal(p.fact(), first) {
			t.Fatal("another fact")
		}
	}
}

// TestBadInput: one sentence on standard error, status 2, and nothing else.
func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	const good = `{"ImportPath": "example.com/m", "ModulePath": "example.com/m", "GoFiles": ["a.go"]`
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"no arguments", nil, "want one configuration file of go vet"},
		{"two files", []string{"a.cfg", "b.cfg"}, "want one configuration file of go vet"},
		{"unknown flag", []string{"-nope", "a.cfg"}, "flag provided but not defined: -nope"},
		{"bad switch", []string{"-sessionlint.tests=perhaps", "a.cfg"}, `invalid boolean value "perhaps"`},
		{"no such file", []string{filepath.Join(dir, "none.cfg")}, "reading the configuration: open "},
		{"empty", []string{file(t, dir, "empty.cfg", "")}, "unexpected end of JSON input"},
		{"no JSON", []string{file(t, dir, "text.cfg", "GoFiles: a.go")}, "invalid character 'G'"},
		{"cut off", []string{file(t, dir, "cut.cfg", good)}, "unexpected end of JSON input"},
		{"wrong type", []string{file(t, dir, "type.cfg", `{"GoFiles": "a.go"}`)}, "cannot unmarshal string"},
		{"no files", []string{file(t, dir, "files.cfg", `{"ImportPath": "example.com/m"}`)}, "package example.com/m has no files"},
		{"source gone", []string{file(t, dir, "gone.cfg", good+"}")}, "a.go: no such file"},
		{"fact gone", []string{file(t, dir, "fact.cfg", good+`, "PackageVetx": {"example.com/x": "none"}}`)}, "reading the fact of example.com/x: open none"},
		{"policy", []string{"-sessionlint.policy=lax", file(t, dir, "policy.cfg", good+"}")}, `unknown policy "lax": want standard, strict or relaxed`},
		{"families", []string{"-sessionlint.families=none", file(t, dir, "families.cfg", good+"}")}, "none"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, out, errs := call(test.args...)
			oneSentence(t, status, out, errs, test.want)
		})
	}
}

func oneSentence(t *testing.T, status int, out, errs, want string) {
	t.Helper()
	if status != 2 || out != "" || strings.Count(errs, "\n") != 1 || !strings.HasPrefix(errs, "sessionlint: ") || !strings.Contains(errs, want) {
		t.Errorf("status %d, stdout %q, stderr %q; want status 2 and one line with %q", status, out, errs, want)
	}
}

// TestUnwritable: a fact or an output that cannot be written is an error.
func TestUnwritable(t *testing.T) {
	p := newPkg(t, "example.com/m", "package m\n")
	p.cfg["VetxOutput"] = filepath.Join(p.dir, "none", "vetx")
	status, out, errs := p.run()
	oneSentence(t, status, out, errs, "writing the fact: open ")
	p = newPkg(t, "example.com/m", "package m\n")
	p.cfg["Stdout"] = filepath.Join(p.dir, "none", "stdout")
	status, out, errs = p.run("-json")
	oneSentence(t, status, out, errs, "opening the output: open ")
}

// TestDamagedFact: what is not a fact, or is only part of one, is an error that
// names the package it belongs to; nothing is analysed with half of it.
func TestDamagedFact(t *testing.T) {
	below := newHandler(t)
	below.run()
	good := below.fact()
	above := newPkg(t, "example.com/m/above", "package above\n")
	try := func(fact []byte) (int, string, string) {
		above.cfg["PackageVetx"] = map[string]string{"example.com/m": file(t, above.dir, "fact", string(fact))}
		return above.run()
	}
	if status, out, errs := try(good); status != 0 || out != "" || errs != "" {
		t.Fatalf("the fact as it was written: status %d, %q, %q", status, out, errs)
	}
	flipped := slices.Clone(good)
	flipped[0] ^= 0xff
	for _, fact := range [][]byte{
		[]byte("nonsense"), flipped, append(slices.Clone(good), 0), bytes.Repeat([]byte{0xff}, 64),
	} {
		status, out, errs := try(fact)
		oneSentence(t, status, out, errs, "reading the fact of example.com/m: damaged fact")
	}
	for n := 1; n < len(good); n += 1 + len(good)/200 {
		status, out, errs := try(good[:n])
		oneSentence(t, status, out, errs, "example.com/m")
	}
	// Any other byte may happen to make sense; it must not end in a panic.
	for i := 0; i < len(good); i += 1 + len(good)/200 {
		fact := slices.Clone(good)
		fact[i] ^= 0x55
		try(fact)
	}
}

// TestPrints: a finding is shown in one visit at least, and not twice where
// that can be helped.
func TestPrints(t *testing.T) {
	with := func(names ...string) string {
		dir := t.TempDir()
		for _, n := range names {
			name, clause, _ := strings.Cut(n, " ")
			file(t, dir, name, "package "+clause+"\n")
		}
		return dir
	}
	plain := with("a.go m")
	inside := with("a.go m", "a_test.go m")
	outside := with("a.go m", "a_test.go m_test")
	broken := with("a.go m", "a_test.go")
	const main, test = "example.com/m", "example.com/m [example.com/m.test]"
	tests := []struct {
		name string
		cfg  vetConfig
		want bool
	}{
		{"asked for", vetConfig{ID: main, ModulePath: main, Dir: plain}, true},
		{"test variant asked for", vetConfig{ID: test, ModulePath: main, Dir: inside}, true},
		{"on the way", vetConfig{ID: main, ModulePath: main, Dir: plain, VetxOnly: true}, true},
		{"on the way, tests outside", vetConfig{ID: main, ModulePath: main, Dir: outside, VetxOnly: true}, true},
		{"on the way, tests inside", vetConfig{ID: main, ModulePath: main, Dir: inside, VetxOnly: true}, false},
		{"on the way, tests that are none", vetConfig{ID: main, ModulePath: main, Dir: broken, VetxOnly: true}, true},
		{"test variant on the way", vetConfig{ID: test, ModulePath: main, Dir: inside, VetxOnly: true}, false},
		{"built again for another's test", vetConfig{ID: "example.com/m [example.com/m/x.test]", ModulePath: main, Dir: plain, VetxOnly: true}, false},
		{"third-party", vetConfig{ID: "example.org/lib", ModulePath: "example.org/lib", ModuleVersion: "v1.0.0", Dir: plain, VetxOnly: true}, false},
		{"third-party, asked for", vetConfig{ID: "example.org/lib", ModulePath: "example.org/lib", ModuleVersion: "v1.0.0", Dir: plain}, false},
		{"standard library", vetConfig{ID: "net/http", Dir: plain}, false},
		{"files named one by one", vetConfig{ID: "command-line-arguments", Dir: plain}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.cfg.ImportPath = test.cfg.ID
			if got := test.cfg.prints(); got != test.want {
				t.Errorf("prints %t, want %t", got, test.want)
			}
		})
	}
}

// TestNotAnalysed: of packages that cannot matter nothing is read, and their
// fact is an empty file, which go vet wants all the same.
func TestNotAnalysed(t *testing.T) {
	for name, change := range map[string]func(*pkg){
		"standard library": func(p *pkg) { p.cfg["ImportPath"], p.cfg["ModulePath"] = "net/http", "" },
		"third-party":      func(p *pkg) { p.cfg["ModuleVersion"] = "v1.0.0" },
	} {
		t.Run(name, func(t *testing.T) {
			p := newPkg(t, "example.com/m", "this is no Go")
			change(p)
			if status, out, errs := p.run(); status != 0 || out != "" || errs != "" || len(p.fact()) != 0 {
				t.Errorf("status %d, %q, %q, fact of %d bytes", status, out, errs, len(p.fact()))
			}
		})
	}
}
