package plugin

import (
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
)

func TestRegistered(t *testing.T) {
	newPlugin, err := register.GetPlugin("sessionlint")
	if err != nil {
		t.Fatal(err)
	}
	l, err := newPlugin(map[string]any{"policy": "strict"})
	if err != nil {
		t.Fatal(err)
	}
	analyzers, err := l.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	if len(analyzers) != 1 || analyzers[0].Name != "sessionlint" {
		t.Errorf("got %v, want one analyzer called as the linter", analyzers)
	}
	if mode := l.GetLoadMode(); mode != register.LoadModeTypesInfo {
		t.Errorf("load mode %q", mode)
	}
	again, err := l.BuildAnalyzers()
	if err != nil || again[0] == analyzers[0] {
		t.Errorf("two configurations share an analyzer (error %v)", err)
	}
}

func TestWrongSettings(t *testing.T) {
	for _, c := range []struct {
		settings any
		want     string
	}{
		{map[string]any{"polcy": "strict"}, "polcy"},
		{map[string]any{"policy": "severe"}, "severe"},
		{map[string]any{"families": "nosuch"}, "nosuch"},
		{map[string]any{"policy": []string{"strict"}}, "policy"},
		{map[string]any{"baseline": "known.json"}, "new-from-merge-base"},
		{"strict", "settings of sessionlint"},
	} {
		if _, err := New(c.settings); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: error %v does not name %s", c.settings, err, c.want)
		}
	}
	if _, err := New(nil); err != nil {
		t.Errorf("no settings: %v", err)
	}
}
