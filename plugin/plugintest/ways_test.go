package plugintest

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer"
	"github.com/sessionlint/sessionlint/internal/nogo"
)

func standalone(t *testing.T, root string, s setting, patterns []string) findings {
	t.Helper()
	args := []string{"-q", "-format=json", "-cache=" + t.TempDir(), "-config=off", "-policy=" + cmp.Or(s.policy, "standard"),
		"-families=" + cmp.Or(s.families, "default"), fmt.Sprintf("-tests=%v", s.tests)}
	cmd := exec.Command(built.sessionlint, append(args, patterns...)...)
	cmd.Dir = root
	var report struct {
		Findings []struct {
			Rule     string
			Position struct {
				File         string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal(output(t, cmd, 1), &report); err != nil {
		t.Fatal(err)
	}
	got := findings{}
	for _, f := range report.Findings {
		got[fmt.Sprintf("%s:%d:%d: %s", f.Position.File, f.Position.Line, f.Position.Column, f.Rule)] = true
	}
	return got
}

var ruleRE = regexp.MustCompile(`^SL\d+`)

// place makes an absolute position relative to root, and leaves of the message
// its rule.
func place(t *testing.T, root, position, message string) string {
	t.Helper()
	rel, err := filepath.Rel(root, position)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(rel) + ": " + ruleRE.FindString(message)
}

func vet(t *testing.T, root string, s setting, patterns []string) findings {
	t.Helper()
	args := []string{"vet", "-json", "-vettool=" + built.sessionlint, "-sessionlint.config=off", "-sessionlint.policy=" + s.policy,
		"-sessionlint.families=" + s.families, fmt.Sprintf("-sessionlint.tests=%v", s.tests), fmt.Sprintf("-sessionlint.library=%v", s.library)}
	cmd := exec.Command("go", append(args, patterns...)...)
	cmd.Dir = root
	got := findings{}
	dec := json.NewDecoder(bytes.NewReader(output(t, cmd)))
	for dec.More() {
		var tree map[string]map[string][]struct{ Posn, Message string }
		if err := dec.Decode(&tree); err != nil {
			t.Fatal(err)
		}
		for _, analyzers := range tree {
			for _, d := range analyzers["sessionlint"] {
				got[place(t, root, d.Posn, d.Message)] = true
			}
		}
	}
	return got
}

func (l lint) findings(t *testing.T, root string, s setting, patterns []string) findings {
	t.Helper()
	settings := []string{fmt.Sprintf("tests: %v", s.tests), fmt.Sprintf("library: %v", s.library)}
	if s.policy != "" {
		settings = append(settings, "policy: "+s.policy)
	}
	switch s.families {
	case "":
	case "default", "extended":
		settings = append(settings, "families: "+s.families)
	default:
		settings = append(settings, "families: ["+s.families+"]")
	}
	got := findings{}
	for _, i := range l.run(t, root, config(settings...), patterns...) {
		got[place(t, root, fmt.Sprintf("%s:%d:%d", i.Pos.Filename, i.Pos.Line, i.Pos.Column), i.Text)] = true
	}
	return got
}

func likeNogo(t *testing.T, root string, s setting, patterns []string) findings {
	t.Helper()
	flags := map[string]string{"policy": s.policy, "families": s.families, "library": fmt.Sprint(s.library), "own": "example.com/cases", "config": "off"}
	found, err := nogo.Run(root, analyzer.New(analyzer.Settings{}), flags, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	got := findings{}
	for _, f := range found {
		got[place(t, root, f.Position.String(), f.Message)] = true
	}
	return got
}
