package cli

import (
	"bytes"
	"errors"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// changes is what differs from a revision: ranges of lines by file, relative to
// the root of the module, with slashes.
type changes map[string][]lineRange

type lineRange struct{ first, last int }

// changedSince asks git what changed below dir since the branch left the
// revision, committed or not. New files that git does not know yet count whole.
func changedSince(dir, rev string) (changes, error) {
	base, err := git(dir, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return nil, errNoGit.of()
		}
		return nil, errBadRevision.of(rev)
	}
	// Without a common ancestor (a shallow clone) the revision itself has to do.
	if fork, err := git(dir, "merge-base", strings.TrimSpace(base), "HEAD"); err == nil {
		base = fork
	}
	diff, err := git(dir, "-c", "core.quotePath=false", "diff", "-U0", "--no-color", "--no-ext-diff", "--no-renames",
		"--relative", "--src-prefix=a/", "--dst-prefix=b/", strings.TrimSpace(base), "--", "*.go")
	if err != nil {
		return nil, errNoDiff.of(rev, err)
	}
	c := parseDiff(diff)
	unknown, err := git(dir, "ls-files", "-z", "--others", "--exclude-standard", "--", "*.go")
	if err != nil {
		return nil, errNoDiff.of(rev, err)
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(unknown, "\x00"), "\x00") {
		c[name] = []lineRange{{1, 1 << 30}}
	}
	return c, nil
}

func git(dir string, args ...string) (string, error) {
	var stderr bytes.Buffer
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Stderr = dir, &stderr
	out, err := cmd.Output()
	if text := strings.TrimSpace(stderr.String()); err != nil && text != "" {
		first, _, _ := strings.Cut(text, "\n")
		err = errors.New(first)
	}
	return string(out), err
}

var hunkRE = regexp.MustCompile(`^@@ -\S+ \+(\d+)(?:,(\d+))? @@`)

// parseDiff reads the new side of a diff without context:
//
//	+++ b/store/store.go
//	@@ -12,2 +12,3 @@ func open() {
func parseDiff(diff string) changes {
	c := changes{}
	file := ""
	for line := range strings.Lines(diff) {
		line = strings.TrimRight(line, "\r\n")
		if name, ok := strings.CutPrefix(line, "+++ "); ok {
			file = diffName(name)
			continue
		}
		m := hunkRE.FindStringSubmatch(line)
		if m == nil || file == "" {
			continue
		}
		first, _ := strconv.Atoi(m[1])
		count := 1
		if m[2] != "" {
			count, _ = strconv.Atoi(m[2])
		}
		last := first + count - 1
		if count == 0 { // only removed: the lines around the place
			last = first + 1
		}
		c[file] = append(c[file], lineRange{first, last})
	}
	return c
}

// diffName is the file of a +++ line; git quotes names with control characters
// and ends names that hold a space with a tab.
func diffName(name string) string {
	name = strings.TrimSuffix(name, "\t")
	if unquoted, err := strconv.Unquote(name); err == nil {
		name = unquoted
	}
	name, ok := strings.CutPrefix(name, "b/")
	if !ok { // /dev/null
		return ""
	}
	return name
}

func (c changes) touch(p rule.Position) bool {
	return slices.ContainsFunc(c[p.File], func(r lineRange) bool { return r.first <= p.Line && p.Line <= r.last })
}

// touchFinding: the place, the entry point, what is held, or any step of the
// path is on a changed line. A change far from the place can be what makes it a
// finding.
func (c changes) touchFinding(f *rule.Finding) bool {
	if c.touch(f.Position) || f.Entry != nil && c.touch(f.Entry.Position) || f.Held != nil && c.touch(f.Held.Position) {
		return true
	}
	return slices.ContainsFunc(f.Chain, func(s rule.Step) bool { return c.touch(s.Position) })
}

// keepChanged takes findings away whose path is as it was, and says how many.
func keepChanged(res *Result, rev string) (left int, err error) {
	c, err := changedSince(res.Root, rev)
	if err != nil {
		return 0, err
	}
	all := len(res.Report.Findings)
	res.Report.Findings = slices.DeleteFunc(res.Report.Findings, func(f rule.Finding) bool { return !c.touchFinding(&f) })
	return all - len(res.Report.Findings), nil
}
