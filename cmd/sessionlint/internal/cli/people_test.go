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
		if got := complete(t, script, strings.Split(line, " ")...); !slices.Contains(got, want) {
			t.Errorf("%q: got %q, want %s among it", line, got, want)
		}
	}
}

// complete asks bash for what could stand in the place of the last word.
func complete(t *testing.T, script string, words ...string) []string {
	t.Helper()
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "'" + w + "'"
	}
	ask := script + "\nCOMP_WORDS=(" + strings.Join(quoted, " ") + "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _sessionlint; printf '%s\\n' ${COMPREPLY[@]+\"${COMPREPLY[@]}\"}\n"
	out, err := exec.Command("bash", "-uc", ask).CombinedOutput()
	if err != nil {
		t.Fatalf("%q: %v: %s", words, err, out)
	}
	return strings.Fields(string(out))
}

// flagsInHelp are the flags that the help of a command lists.
func flagsInHelp(command string) []string {
	var flags []string
	_, list, _ := strings.Cut(usage(command), "\nflags:\n")
	for line := range strings.Lines(list) {
		if strings.HasPrefix(line, "  -") {
			flags = append(flags, strings.Fields(line)[0])
		}
	}
	return flags
}

// TestEveryCommand: a command that is in the table has help, is in the overview,
// and is completed with its flags in each shell.
func TestEveryCommand(t *testing.T) {
	bash := run(t, fakeEngine{}, nil, "completion", "bash").stdout
	fish := strings.Split(run(t, fakeEngine{}, nil, "completion", "fish").stdout, "\n")
	if got := complete(t, bash, "sessionlint", ""); !slices.Equal(onlyWords(got), commands()) {
		t.Errorf("bash completes the commands %q, want %q", onlyWords(got), commands())
	}
	if want := "complete -c sessionlint -n '__fish_use_subcommand' -a '" + strings.Join(commands(), " ") + "'"; !slices.Contains(fish, want) {
		t.Errorf("fish has no line %q", want)
	}
	for _, c := range append([]string{""}, commands()...) {
		line := []string{"sessionlint", c, "-"}
		if c == "" {
			line = []string{"sessionlint", "-"}
		} else {
			if got := run(t, fakeEngine{}, nil, c, "-h"); got.code != 0 || !strings.HasPrefix(got.stdout, "usage: sessionlint "+c) {
				t.Errorf("%s -h: %+v", c, got)
			}
			if !strings.Contains(overview, "\n  sessionlint "+c+" ") {
				t.Errorf("the overview has no %s", c)
			}
		}
		want := flagsInHelp(c)
		slices.Sort(want)
		got := complete(t, bash, line...)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("bash completes the flags of %q as %q, its help has %q", c, got, want)
		}
		for _, f := range want {
			if !slices.ContainsFunc(fish, func(l string) bool {
				return strings.Contains(l, " -o "+f[1:]+" ") && (c == "" || strings.Contains(l, "__fish_seen_subcommand_from "+c+"'"))
			}) {
				t.Errorf("fish does not complete %s %s", c, f)
			}
		}
	}
	if zsh := run(t, fakeEngine{}, nil, "completion", "zsh").stdout; !strings.HasSuffix(zsh, bash) {
		t.Error("the script for zsh is not bash's with a preface")
	}
	for _, args := range [][]string{{"completion"}, {"completion", "tcsh"}, {"completion", "bash", "zsh"}} {
		if got := run(t, fakeEngine{}, nil, args...); got.code != 2 || !strings.Contains(got.stderr, "bash, zsh or fish") {
			t.Errorf("%v: got %+v", args, got)
		}
	}
}

// onlyWords leaves out flags.
func onlyWords(list []string) []string {
	return slices.DeleteFunc(slices.Clone(list), isFlag)
}

// TestWidth: lines break at the edge of a terminal, and nowhere else.
func TestWidth(t *testing.T) {
	for name, c := range map[string]struct {
		terminal bool
		width    int
		columns  string
		broken   bool
	}{
		"terminal":         {true, 50, "", true},
		"wide terminal":    {true, 300, "", false},
		"unknown":          {true, 0, "", false},
		"pipe":             {false, 50, "50", false},
		"COLUMNS":          {true, 300, "50", true},
		"COLUMNS is wrong": {true, 300, "wide", false},
	} {
		t.Run(name, func(t *testing.T) {
			res := errorAndWarning()
			res.Report.Findings[0].Help = strings.Repeat("many words ", 20)
			got := run(t, fakeEngine{result: res}, func(env *Env) {
				env.StdoutTerminal, env.StdoutWidth = c.terminal, c.width
				env.Getenv = func(key string) string { return map[string]string{"COLUMNS": c.columns, "NO_COLOR": "1"}[key] }
			})
			help := got.stdout[strings.Index(got.stdout, "help: "):]
			first, _, _ := strings.Cut(help, "\n")
			if broken := len(first) < 100; broken != c.broken {
				t.Errorf("got %s", got.stdout)
			}
		})
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
