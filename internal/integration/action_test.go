package integration

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// action is what GitHub reads of action.yml. Other keys would be a mistake.
type action struct {
	Name, Description string
	Branding          struct{ Icon, Color string }
	Inputs            map[string]struct {
		Description string
		Default     string
		Required    bool
	}
	Outputs map[string]struct{ Description, Value string }
	Runs    struct {
		Using string
		Steps []step
	}
}

type step struct {
	Name, ID, If, Uses, Shell, Run string
	Env, With                      map[string]string
}

func decode(t *testing.T, text string, v any) {
	t.Helper()
	dec := yaml.NewDecoder(strings.NewReader(text))
	dec.KnownFields(true)
	if err := dec.Decode(v); err != nil {
		t.Fatal(err)
	}
}

func readAction(t *testing.T) action {
	t.Helper()
	var a action
	decode(t, read(t, filepath.Join(root, "action.yml")), &a)
	return a
}

var expressionRE = regexp.MustCompile(`\$\{\{ *([^}]*?) *\}\}`)

// TestActionShape: what GitHub would refuse, and what could run an input as a
// command.
func TestActionShape(t *testing.T) {
	a := readAction(t)
	if a.Runs.Using != "composite" || a.Name == "" || a.Description == "" {
		t.Errorf("got %+v", a)
	}
	used := map[string]bool{}
	for _, s := range a.Runs.Steps {
		switch {
		case (s.Run == "") == (s.Uses == ""):
			t.Errorf("step %q wants one of run and uses", s.Name)
		case s.Run != "" && s.Shell != "bash":
			t.Errorf("step %q has no shell", s.Name)
		case strings.Contains(s.Run, "${{"):
			t.Errorf("step %q has an expression in its script", s.Name)
		case s.Uses != "" && !regexp.MustCompile(`^[\w.-]+/[\w./-]+@(v\d+(\.\d+)*|[0-9a-f]{40})$`).MatchString(s.Uses):
			t.Errorf("step %q is not pinned: %s", s.Name, s.Uses)
		}
		text := s.If
		for _, m := range []map[string]string{s.Env, s.With} {
			for _, v := range m {
				text += v
			}
		}
		for name := range a.Inputs {
			used[name] = used[name] || strings.Contains(text, "inputs."+name)
		}
	}
	for name, in := range a.Inputs {
		if !used[name] || in.Description == "" {
			t.Errorf("input %s is not used or not described", name)
		}
	}
	for name, out := range a.Outputs {
		if out.Value != "${{ steps.run.outputs."+name+" }}" {
			t.Errorf("output %s is %s", name, out.Value)
		}
	}
}

// run executes the scripts of the action as a runner does: inputs and contexts
// replaced in the environment of each step.
func (a action) run(t *testing.T, dir string, inputs map[string]string) (got outcome, outputs map[string]string, summary string) {
	t.Helper()
	temp := t.TempDir()
	context := map[string]string{"github.action_path": root, "runner.temp": temp}
	for name, in := range a.Inputs {
		context["inputs."+name] = in.Default
		if v, ok := inputs[name]; ok {
			context["inputs."+name] = v
		}
	}
	files := []string{"GITHUB_OUTPUT=" + filepath.Join(temp, "output"), "GITHUB_STEP_SUMMARY=" + filepath.Join(temp, "summary")}
	for _, s := range a.Runs.Steps {
		if s.Run == "" {
			continue
		}
		env := slices.Clone(files)
		for _, key := range slices.Sorted(maps.Keys(s.Env)) {
			env = append(env, key+"="+expressionRE.ReplaceAllStringFunc(s.Env[key], func(e string) string {
				v, ok := context[expressionRE.FindStringSubmatch(e)[1]]
				if !ok {
					t.Fatalf("unknown expression %s", e)
				}
				return v
			}))
		}
		if got = bash(t, dir, s.Run, env...); got.status != 0 {
			break
		}
	}
	outputs = map[string]string{}
	if data, err := os.ReadFile(filepath.Join(temp, "output")); err == nil {
		for line := range strings.Lines(string(data)) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
			outputs[key] = value
		}
	}
	if data, err := os.ReadFile(filepath.Join(temp, "summary")); err == nil {
		summary = string(data)
	}
	return got, outputs, summary
}

func TestAction(t *testing.T) {
	a := readAction(t)
	t.Run("finding", func(t *testing.T) {
		got, outputs, summary := a.run(t, sandbox(t, true), nil)
		wantStatus(t, got, 1)
		wantText(t, "standard output", got.stdout, "::error file=repo/repo.go,line=6,")
		wantText(t, "summary", summary, "SL101", "GET /orders")
		wantText(t, "SARIF", read(t, outputs["sarif"]), `"ruleId": "SL101"`, "repo/repo.go")
		wantText(t, "report", read(t, outputs["report"]), `"acquisitions"`)
		if outputs["findings"] != "1" {
			t.Errorf("outputs: %v", outputs)
		}
	})
	t.Run("clean", func(t *testing.T) {
		got, outputs, _ := a.run(t, sandbox(t, false), nil)
		wantStatus(t, got, 0)
		if outputs["findings"] != "0" || outputs["sarif"] == "" {
			t.Errorf("outputs: %v", outputs)
		}
	})
	t.Run("inputs", func(t *testing.T) {
		dir := filepath.Dir(sandbox(t, true))
		got, outputs, summary := a.run(t, dir, map[string]string{
			"working-directory": "001", "packages": ". ./repo", "flags": "-policy=strict -tests", "fail-on": "none",
			"annotations": "false", "summary": "false",
		})
		wantStatus(t, got, 0)
		if strings.Contains(got.stdout, "::error") || summary != "" || outputs["findings"] != "1" {
			t.Errorf("got %+v, outputs %v, summary %q", got, outputs, summary)
		}
		wantText(t, "report", read(t, outputs["report"]), `"policy": "strict"`)
	})
	t.Run("wrong usage", func(t *testing.T) {
		got, outputs, _ := a.run(t, sandbox(t, true), map[string]string{"flags": "-polcy=strict"})
		wantStatus(t, got, 2)
		if outputs["sarif"] != "" {
			t.Errorf("outputs: %v", outputs)
		}
	})
	t.Run("hostile inputs", func(t *testing.T) {
		dir := sandbox(t, true)
		for _, in := range []string{"packages", "flags", "fail-on", "working-directory", "summary", "annotations"} {
			a.run(t, dir, map[string]string{in: "$(touch pwned) `touch pwned`; touch pwned"})
		}
		if _, err := os.Stat(filepath.Join(dir, "pwned")); err == nil {
			t.Error("an input was run as a command")
		}
	})
}
