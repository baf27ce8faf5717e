package repo

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestReadmeCommands: what the README tells a newcomer to run is what CI runs,
// word for word.
func TestReadmeCommands(t *testing.T) {
	var steps []string
	for line := range strings.Lines(read(t, ".ci/run")) {
		if step, ok := strings.CutPrefix(line, "run "); ok {
			steps = append(steps, strings.TrimSpace(step))
		}
	}
	commands := firstBlock(t, read(t, "README.md"), "## Try it")
	if len(commands) != 2 {
		t.Errorf("the README has %d commands to try, want one for the main job and one for all tests: %q", len(commands), commands)
	}
	for _, c := range commands {
		if !slices.Contains(steps, c) {
			t.Errorf("the README says %q, which is no step of .ci/run: %q", c, steps)
		}
	}
}

// firstBlock is the lines of the first code block below a heading, without
// comments.
func firstBlock(t *testing.T, text, heading string) []string {
	t.Helper()
	_, below, ok := strings.Cut(text, "\n"+heading+"\n")
	if !ok {
		t.Fatalf("no heading %q", heading)
	}
	_, block, _ := strings.Cut(below, "```sh\n")
	block, _, ok = strings.Cut(block, "```")
	if !ok {
		t.Fatalf("no code block below %q", heading)
	}
	var lines []string
	for line := range strings.Lines(block) {
		command, _, _ := strings.Cut(line, "#")
		if command = strings.TrimSpace(command); command != "" {
			lines = append(lines, command)
		}
	}
	return lines
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
