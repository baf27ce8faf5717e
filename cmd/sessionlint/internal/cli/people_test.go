package cli

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// TestLinks: links are for terminals that show them.
func TestLinks(t *testing.T) {
	for name, c := range map[string]struct {
		terminal bool
		env      map[string]string
		want     bool
	}{
		"known terminal":   {true, map[string]string{"TERM_PROGRAM": "WezTerm"}, true},
		"GNOME Terminal":   {true, map[string]string{"VTE_VERSION": "7600"}, true},
		"old VTE":          {true, map[string]string{"VTE_VERSION": "4205"}, false},
		"unknown terminal": {true, map[string]string{"TERM": "xterm"}, false},
		"pipe":             {false, map[string]string{"TERM_PROGRAM": "WezTerm"}, false},
		"forced":           {true, map[string]string{"FORCE_HYPERLINK": "1", "TERM": "dumb"}, true},
		"forbidden":        {true, map[string]string{"FORCE_HYPERLINK": "0", "TERM_PROGRAM": "WezTerm"}, false},
		"CI":               {true, map[string]string{"CI": "1", "TERM_PROGRAM": "vscode"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			res := errorAndWarning()
			res.Root = "/src/my shop"
			got := run(t, fakeEngine{result: res}, func(env *Env) {
				env.StdoutTerminal = c.terminal
				env.Getenv = func(key string) string { return c.env[key] }
			})
			if has := strings.Contains(got.stdout, "\x1b]8;;file:///src/my%20shop/a.go#1\x1b\\"); has != c.want {
				t.Errorf("got %q", got.stdout)
			}
		})
	}
}

func TestExplain(t *testing.T) {
	for _, name := range []string{"SL101", "sl101", "pool-per-request"} {
		got := run(t, fakeEngine{}, nil, "explain", name)
		if got.code != 0 || !strings.HasPrefix(got.stdout, "SL101 pool-per-request (error)\n\n") || !strings.Contains(got.stdout, "\n\nRight\n\n") {
			t.Errorf("%s: got %+v", name, got)
		}
	}
	if got := run(t, fakeEngine{}, nil, "explain"); got.code != 0 || !strings.Contains(got.stdout, "SL103") {
		t.Errorf("got %+v", got)
	}
	for want, args := range map[string][]string{
		`unknown rule "SL999"`:             {"explain", "SL999"},
		"(did you mean pool-per-request?)": {"explain", "pool-per-requst"},
		"explain takes one rule":           {"explain", "SL101", "SL102"},
		"unknown flag -x":                  {"explain", "-x"},
	} {
		if got := run(t, fakeEngine{}, nil, args...); got.code != 2 || !strings.Contains(got.stderr, want) {
			t.Errorf("%v: got %+v", args, got)
		}
	}
}

// TestBashCompletion asks bash itself.
func TestBashCompletion(t *testing.T) {
	script := run(t, fakeEngine{}, nil, "completion", "bash").stdout
	for line, want := range map[string]string{
		"sessionlint ":                      "audit",
		"sessionlint aud":                   "audit",
		"sessionlint -pol":                  "-policy",
		"sessionlint audit -for":            "-format",
		"sessionlint audit -format = htm":   "html",
		"sessionlint -policy = str":         "strict",
		"sessionlint -policy rel":           "relaxed",
		"sessionlint explain SL10":          "SL102",
		"sessionlint completion f":          "fish",
		"sessionlint graph -ent":            "-entry",
		"sessionlint audit -C dir -changed": "-changed-since",
	} {
		words := strings.Split(line, " ")
		quoted := make([]string, len(words))
		for i, w := range words {
			quoted[i] = "'" + w + "'"
		}
		ask := script + "\nCOMP_WORDS=(" + strings.Join(quoted, " ") + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _sessionlint; printf '%s\\n' \"${COMPREPLY[@]}\"\n"
		out, err := exec.Command("bash", "-euc", ask).CombinedOutput()
		if err != nil || !slices.Contains(strings.Split(string(out), "\n"), want) {
			t.Errorf("%q: %v, got %q, want %s among it", line, err, out, want)
		}
	}
}

// TestCompletionNamesAll: each shell's script knows every command and flag.
func TestCompletionNamesAll(t *testing.T) {
	for _, shell := range shells() {
		got := run(t, fakeEngine{}, nil, "completion", shell)
		if got.code != 0 {
			t.Fatalf("%s: %+v", shell, got)
		}
		for _, c := range commands() {
			if !strings.Contains(got.stdout, c) {
				t.Errorf("%s: no command %s", shell, c)
			}
			fs := flagsOf(c)
			if fs == nil {
				continue
			}
			for _, name := range flagNames(fs) {
				if !strings.Contains(got.stdout, name) && !strings.Contains(got.stdout, " -o "+name[1:]) {
					t.Errorf("%s: no flag %s of %s", shell, name, c)
				}
			}
		}
	}
	for _, args := range [][]string{{"completion"}, {"completion", "tcsh"}, {"completion", "bash", "zsh"}} {
		if got := run(t, fakeEngine{}, nil, args...); got.code != 2 || !strings.Contains(got.stderr, "bash, zsh or fish") {
			t.Errorf("%v: got %+v", args, got)
		}
	}
}

func TestJSONFlag(t *testing.T) {
	long := run(t, fakeEngine{result: errorAndWarning()}, nil, "-format=json")
	short := run(t, fakeEngine{result: errorAndWarning()}, nil, "-json")
	if long != short || !strings.HasPrefix(short.stdout, "{") {
		t.Errorf("got %+v and %+v", long, short)
	}
	if got := run(t, fakeEngine{}, nil, "-json", "-format=sarif"); got.code != 2 || !strings.Contains(got.stderr, "contradict") {
		t.Errorf("got %+v", got)
	}
}

func TestVerboseTimings(t *testing.T) {
	got := run(t, fakeEngine{result: result()}, nil, "-v")
	if !strings.Contains(got.stderr, "sessionlint: reading packages 0.0s\n") {
		t.Errorf("got %+v", got)
	}
}
