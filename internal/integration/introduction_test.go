package integration

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestIntroduction follows docs/introduction.md in an empty directory with an
// empty home and nothing on PATH but Go and what a shell needs. sessionlint
// comes from a module proxy that is made of this tree: its release 0.1.0. Only
// the build cache is the machine's own, for its time.
func TestIntroduction(t *testing.T) {
	steps := introduction(t)
	home := t.TempDir()
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-c", script(steps))
	cmd.Dir = t.TempDir()
	cmd.Env = []string{
		"HOME=" + home, "PATH=" + filepath.Dir(goTool) + ":/usr/bin:/bin",
		"GOCACHE=" + goCache, "GOFLAGS=-modcacherw", "GONOSUMDB=" + module,
		"GOPROXY=" + moduleProxy(t, "v0.1.0") + ",file://" + goEnv(t, "GOMODCACHE") + "/cache/download," + goEnv(t, "GOPROXY"),
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	sections := strings.Split(string(out), mark)
	if len(sections) != len(steps)+1 {
		t.Fatalf("%d steps, and the output of %d:\n%s", len(steps), len(sections)-1, out)
	}
	for i, s := range steps {
		printed, status, _ := strings.Cut(sections[i+1], endMark)
		if got, err := strconv.Atoi(strings.TrimSpace(status)); err != nil || got != s.status {
			t.Errorf("%s: exit status %s, want %d\n%s", s.command, strings.TrimSpace(status), s.status, printed)
		}
		if s.want != "" && !s.matches(printed) {
			t.Errorf("%s printed\n%s\nthe page has\n%s", s.command, printed, s.want)
		}
	}
}

const (
	mark    = "\n=== step ===\n"
	endMark = "\n=== status "
)

// introStep is a command of the page, or a file that it says to write.
type introStep struct {
	command string
	status  int
	want    string // what it prints; … stands for anything; "" is not compared
}

// matches compares what was printed with the page.
func (s introStep) matches(printed string) bool {
	pattern := strings.ReplaceAll(regexp.QuoteMeta(strings.TrimSpace(s.want)), "…", "(?s:.*)")
	return regexp.MustCompile(`\A` + pattern + `\z`).MatchString(strings.TrimSpace(printed))
}

// script runs the steps in one shell, with what each prints and its status
// between marks.
func script(steps []introStep) string {
	var b strings.Builder
	b.WriteString("exec 2>&1\n")
	for _, s := range steps {
		fmt.Fprintf(&b, "printf '%s'\n%s\nprintf '%s%%s' $?\n", strings.ReplaceAll(mark, "\n", `\n`), s.command, strings.ReplaceAll(endMark, "\n", `\n`))
	}
	return b.String()
}

var (
	fenceRE  = regexp.MustCompile("(?ms)^(?:<!-- status: (\\d+) -->\n)?```(console|go|yaml)\n(.*?)^```$")
	fileRE   = regexp.MustCompile(`\A(?://|#) file: (\S+)\n`)
	beforeRE = regexp.MustCompile(`\A// before: (.*)\n`)
)

// introduction reads the page. A first line "file: NAME" names the file that a
// block is, "before: TEXT" the line of main.go before which it goes.
func introduction(t *testing.T) []introStep {
	t.Helper()
	var steps []introStep
	commands := 0
	for _, m := range fenceRE.FindAllStringSubmatch(read(t, filepath.Join(root, "docs", "introduction.md")), -1) {
		status, _ := strconv.Atoi(m[1])
		text := m[3]
		if f := fileRE.FindStringSubmatch(text); f != nil {
			steps = append(steps, introStep{command: fmt.Sprintf("mkdir -p \"$(dirname %s)\" && cat >%s <<'@'\n%s@", f[1], f[1], text)})
			continue
		}
		if f := beforeRE.FindStringSubmatch(text); f != nil {
			steps = append(steps, introStep{command: fmt.Sprintf(
				"while IFS= read -r line; do case $line in '%s'*) cat <<'@'\n%s@\n;; esac; printf '%%s\\n' \"$line\"; done <main.go >new && mv new main.go",
				f[1], strings.TrimPrefix(text, f[0]))})
			continue
		}
		if m[2] != "console" {
			t.Fatalf("a block says neither which file it is nor where it goes:\n%s", text)
		}
		for _, part := range strings.Split("\n"+text, "\n$ ")[1:] {
			command, want, _ := strings.Cut(part, "\n")
			steps = append(steps, introStep{command: command, want: want})
			commands++
		}
		steps[len(steps)-1].status = status
	}
	if commands < 12 {
		t.Fatalf("only %d commands", commands)
	}
	return steps
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}
