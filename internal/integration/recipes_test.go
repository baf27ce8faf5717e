package integration

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/sessionlint/sessionlint/analyzer"
)

// component is a GitLab CI component: what it takes, and its jobs.
type component struct {
	Spec struct {
		Inputs map[string]struct {
			Default           any
			Description, Type string
		}
	}
}

type job struct {
	Stage, Image string
	Variables    map[string]string
	Cache        struct {
		Key   string
		Paths []string
	}
	Script    []string
	Artifacts struct {
		When    string
		Paths   []string
		Reports struct{ Codequality string }
	}
	AllowFailure bool `yaml:"allow_failure"`
}

func TestGitLab(t *testing.T) {
	head, body, ok := strings.Cut(read(t, filepath.Join(root, "templates", "sessionlint.yml")), "\n---\n")
	if !ok {
		t.Fatal("no --- after the inputs")
	}
	var c component
	decode(t, head, &c)
	for name, in := range c.Spec.Inputs {
		if !strings.Contains(body, "$[[ inputs."+name+" ]]") || in.Description == "" {
			t.Errorf("input %s is not used or not described", name)
		}
	}
	body = regexp.MustCompile(`\$\[\[ *inputs\.([\w-]+) *\]\]`).ReplaceAllStringFunc(body, func(s string) string {
		name := strings.Trim(strings.TrimPrefix(strings.Trim(s, "$[] "), "inputs."), " ")
		in, ok := c.Spec.Inputs[name]
		if !ok {
			t.Fatalf("unknown input %s", name)
		}
		text, err := yaml.Marshal(in.Default)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Trim(strings.TrimSpace(string(text)), `"`)
	})
	var jobs map[string]job
	decode(t, body, &jobs)
	j, ok := jobs["sessionlint"]
	if !ok || len(jobs) != 1 {
		t.Fatalf("jobs: %v", jobs)
	}
	for finding, status := range map[bool]int{true: 1, false: 0} {
		dir := sandbox(t, finding)
		env := []string{"CI_PROJECT_DIR=" + dir, "GOBIN=" + t.TempDir()}
		for k, v := range j.Variables {
			env = append(env, k+"="+strings.ReplaceAll(v, "$CI_PROJECT_DIR", dir))
		}
		got := bash(t, dir, installed(t)+strings.Join(j.Script, "\n"), env...)
		wantStatus(t, got, status)
		var issues []struct {
			Description, Fingerprint string
			CheckName                string `json:"check_name"`
			Location                 struct{ Path string }
		}
		if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, j.Artifacts.Reports.Codequality))), &issues); err != nil {
			t.Fatal(err)
		}
		if finding && (len(issues) != 1 || issues[0].Location.Path != "repo/repo.go" || issues[0].Fingerprint == "") || !finding && len(issues) > 0 {
			t.Errorf("issues: %+v", issues)
		}
	}
}

// installed stands in for "go install" of a released version, which checks what
// it is asked for and leaves the tool on PATH as it is.
func installed(t *testing.T) string {
	t.Helper()
	return `go() {
	if [ "$1" != install ]; then command go "$@"; return; fi
	case $2 in github.com/sessionlint/sessionlint/cmd/sessionlint@v[0-9]*.[0-9]*.[0-9]*) ;; *) echo "installs $2" >&2; return 1 ;; esac
}
`
}

func TestPreCommit(t *testing.T) {
	var hooks []struct {
		ID, Name, Description, Entry, Language string
		Args                                   []string
		TypesOr                                []string `yaml:"types_or"`
		RequireSerial                          bool     `yaml:"require_serial"`
		PassFilenames                          *bool    `yaml:"pass_filenames"`
	}
	decode(t, read(t, filepath.Join(root, ".pre-commit-hooks.yaml")), &hooks)
	if len(hooks) != 1 {
		t.Fatalf("got %+v", hooks)
	}
	h := hooks[0]
	if h.ID != "sessionlint" || h.Language != "golang" || !h.RequireSerial || h.PassFilenames == nil || *h.PassFilenames {
		t.Errorf("got %+v", h)
	}
	line := strings.Join(append([]string{h.Entry}, h.Args...), " ")
	got := bash(t, sandbox(t, true), line)
	wantStatus(t, got, 1)
	wantText(t, "standard output", got.stdout, "repo/repo.go:6:12: SL101")
	wantStatus(t, bash(t, sandbox(t, false), line), 0)

	// pre-commit installs every program of the module.
	out, err := exec.Command("go", "list", "-C", root, "-f", `{{if eq .Name "main"}}{{.ImportPath}}{{end}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Fields(string(out)); !slices.Equal(got, []string{"github.com/sessionlint/sessionlint/cmd/sessionlint"}) {
		t.Errorf("pre-commit would install %v", got)
	}
}

// recipe is the code block below a "run" comment.
func recipe(t *testing.T, page, name string) string {
	t.Helper()
	_, rest, ok := strings.Cut(read(t, filepath.Join(root, "docs", page)), "<!-- run: "+name+" -->\n```sh\n")
	if !ok {
		t.Fatalf("docs/%s has no recipe %s", page, name)
	}
	block, _, _ := strings.Cut(rest, "```")
	return block
}

func TestShellRecipe(t *testing.T) {
	dir := sandbox(t, true)
	got := bash(t, dir, recipe(t, "ci.md", "shell"))
	wantStatus(t, got, 1)
	wantText(t, "standard output", got.stdout, "repo/repo.go:6:12: SL101")
	wantText(t, "JUnit", read(t, filepath.Join(dir, "sessionlint.xml")), "<testsuite", "SL101")
	got = bash(t, sandbox(t, false), recipe(t, "ci.md", "shell"))
	wantStatus(t, got, 0)
	broken := sandbox(t, true)
	write(t, filepath.Join(broken, "go.mod"), "nonsense\n")
	wantStatus(t, bash(t, broken, recipe(t, "ci.md", "shell")), 3)
}

// TestReviewdogRecipe: reviewdog gets one JSON object per finding. Its own schema
// is checked in analyzer/report/schematest.
func TestReviewdogRecipe(t *testing.T) {
	reviewdog := `reviewdog() { printf '%s\n' "$@" >args; cat >input; }
`
	dir := sandbox(t, true)
	// The linter's status is lost to the pipe unless pipefail is set, as here.
	wantStatus(t, bash(t, dir, reviewdog+recipe(t, "ci.md", "reviewdog")), 1)
	wantText(t, "arguments", read(t, filepath.Join(dir, "args")), "-f=rdjsonl\n", "-diff=git diff HEAD\n")
	var finding struct{ Location struct{ Path string } }
	if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, "input"))), &finding); err != nil || finding.Location.Path != "repo/repo.go" {
		t.Errorf("error %v, finding %+v", err, finding)
	}
}

var blockRE = regexp.MustCompile("(?ms)^```(yaml|json)\n(.*?)^```")

// TestDocumentedFiles: configuration in the documentation can be read, and names
// flags that exist.
func TestDocumentedFiles(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := 0
	for _, page := range pages {
		for _, m := range blockRE.FindAllStringSubmatch(read(t, page), -1) {
			blocks++
			dec := yaml.NewDecoder(strings.NewReader(m[2])) // YAML holds JSON
			var v any
			if err := dec.Decode(&v); err != nil && !errors.Is(err, io.EOF) {
				t.Errorf("%s: %v\n%s", filepath.Base(page), err, m[2])
			}
		}
	}
	if blocks < 4 {
		t.Errorf("only %d blocks", blocks)
	}
	var nogo struct {
		Sessionlint struct {
			Flags map[string]string `json:"analyzer_flags"`
		}
	}
	m := regexp.MustCompile("(?s)```json\n(.*?)```").FindStringSubmatch(read(t, filepath.Join(root, "docs", "bazel.md")))
	if err := json.Unmarshal([]byte(m[1]), &nogo); err != nil {
		t.Fatal(err)
	}
	a := analyzer.New(analyzer.Settings{})
	for name, value := range nogo.Sessionlint.Flags {
		if err := a.Flags.Set(name, value); err != nil {
			t.Errorf("flag %s: %v", name, err)
		}
	}
	if len(nogo.Sessionlint.Flags) == 0 {
		t.Error("no flags in the example")
	}
}
