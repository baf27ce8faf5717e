package release

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// goreleaser runs the one of go.mod in a directory, and returns what it says.
// It has no token of whoever tests.
func goreleaser(t *testing.T, dir string, env []string, args ...string) (string, error) {
	t.Helper()
	tool, err := exec.Command("go", "tool", "-n", "goreleaser").Output() // builds it, once
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(strings.TrimSpace(string(tool)), args...)
	cmd.Dir = dir
	cmd.Env = slices.DeleteFunc(os.Environ(), func(s string) bool {
		return strings.HasPrefix(s, "GORELEASER_") || strings.Contains(s, "_TOKEN=")
	})
	cmd.Env = append(cmd.Env, env...)
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// git runs in a repository, whatever the settings of whoever tests.
func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=Test", "GIT_AUTHOR_EMAIL=test@example.com", "GIT_AUTHOR_DATE=2026-01-02T03:04:05Z",
		"GIT_COMMITTER_NAME=Test", "GIT_COMMITTER_EMAIL=test@example.com", "GIT_COMMITTER_DATE=2026-01-02T03:04:05Z")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// repository makes one of the files that are here, changed or not, in which the
// only commit is tagged and the changelog has a section for the tag.
func repository(t *testing.T, dir string) {
	t.Helper()
	for name := range strings.SplitSeq(git(t, root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"), "\x00") {
		from, to := filepath.Join(root, name), filepath.Join(dir, name)
		if info, err := os.Stat(from); err != nil || info.IsDir() {
			continue // removed, or what is after the last name
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			t.Fatal(err)
		}
		write(t, to, read(t, from))
	}
	changelog := filepath.Join(dir, "CHANGELOG.md")
	write(t, changelog, read(t, changelog)+"\n## "+version+" - 2026-01-02\n\n"+notes+"\n\n## 0.999.2 - 2026-01-01\n\n* Older.\n")
	git(t, dir, "init", "--quiet")
	git(t, dir, "remote", "add", "origin", "https://example.com/nowhere") // a release asks for the name alone
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "--quiet", "--message=all")
	git(t, dir, "tag", tag)
}

// published is what GitHub was given.
type published struct {
	tag, notes string
	draft      bool
	files      map[string][]byte
}

// publish releases a repository to a server that speaks as GitHub does.
func publish(t *testing.T, dir string) published {
	t.Helper()
	got := published{files: map[string][]byte{}}
	var mu sync.Mutex // files come at the same time
	release := func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		var body struct {
			Tag   string `json:"tag_name"`
			Body  string `json:"body"`
			Draft bool   `json:"draft"`
		}
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
			t.Error(err)
		}
		if r.Method == http.MethodPost {
			got.tag, got.notes = body.Tag, body.Body
		}
		got.draft = body.Draft
		io.WriteString(w, `{"id": 1}`)
	}
	const releases = "/repos/sessionlint/sessionlint/releases"
	mux := http.NewServeMux() // there is no release yet: not found
	mux.HandleFunc("POST /api/v3"+releases, release)
	mux.HandleFunc("PATCH /api/v3"+releases+"/1", release)
	mux.HandleFunc("POST /api/uploads"+releases+"/1/assets", func(w http.ResponseWriter, r *http.Request) {
		data, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		mu.Lock()
		defer mu.Unlock()
		got.files[r.URL.Query().Get("name")] = data
		io.WriteString(w, `{"id": 2}`)
	})
	server := httptest.NewServer(mux)
	defer server.Close()

	config := filepath.Join(t.TempDir(), "goreleaser.yaml")
	write(t, config, read(t, filepath.Join(dir, ".goreleaser.yaml"))+"\ngithub_urls: {api: '"+server.URL+"/', upload: '"+server.URL+"/'}\n")
	out, err := goreleaser(t, dir, []string{"GITHUB_TOKEN=none"}, "release", "--clean", "--config="+config)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return got
}
