package integration

import (
	"bytes"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// machine has an empty local cache and, behind it, the shared one.
type machine struct {
	cacher, server, local, log, vettool string
}

// TestSharedCache: what one machine has analysed, another does not analyse, and
// prints the same.
func TestSharedCache(t *testing.T) {
	bin := t.TempDir()
	for _, name := range []string{"go-cacher", "go-cacher-server"} {
		out, err := exec.Command("go", "build", "-o", filepath.Join(bin, name), "github.com/bradfitz/go-tool-cache/cmd/"+name).CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	server := startServer(t, filepath.Join(bin, "go-cacher-server"))
	newMachine := func() machine {
		m := machine{cacher: filepath.Join(bin, "go-cacher"), server: server, local: t.TempDir()}
		m.log = filepath.Join(m.local, "analysed.log")
		m.vettool = filepath.Join(t.TempDir(), "vettool")
		// go vet ends its arguments with the configuration of one package.
		write(t, m.vettool, fmt.Sprintf("#!/bin/sh\nfor last; do :; done\ncase $last in *.cfg) echo \"$last\" >>'%s' ;; esac\nexec '%s' \"$@\"\n", m.log, tool))
		return m
	}
	dir := sandbox(t, true)
	first := newMachine()
	want, n := first.vet(t, dir)
	if n == 0 || len(want) != 1 || !strings.Contains(want[0], "repo.go:6:12: SL101") {
		t.Fatalf("first machine: analysed %d packages, printed %q", n, want)
	}
	got, n := newMachine().vet(t, dir)
	if n != 0 || !slices.Equal(got, want) {
		t.Errorf("second machine: analysed %d packages, printed %q, want %q", n, got, want)
	}

	// Another checkout has its own paths, and only its own packages to analyse.
	other := sandbox(t, true)
	got, n = newMachine().vet(t, other)
	if n != 2 || !slices.Equal(got, want) {
		t.Errorf("other checkout: analysed %d packages, printed %q, want %q", n, got, want)
	}
}

// vet prints findings as paths relative to the directory, and how many packages
// were analysed.
func (m machine) vet(t *testing.T, dir string) (findings []string, analysed int) {
	t.Helper()
	cmd := exec.Command("go", "vet", "-vettool="+m.vettool, "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "CGO_ENABLED=0",
		fmt.Sprintf("GOCACHEPROG=%s --cache-dir=%s --cache-server=%s", m.cacher, m.local, m.server))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err == nil {
		t.Fatalf("no finding: %s", stderr.String())
	}
	for line := range strings.Lines(stderr.String()) {
		if strings.Contains(line, "SL101") {
			findings = append(findings, strings.TrimPrefix(strings.TrimSpace(line), dir+string(filepath.Separator)))
		}
	}
	data, err := os.ReadFile(m.log)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return findings, bytes.Count(data, []byte("\n"))
}

func startServer(t *testing.T, program string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	cmd := exec.Command(program, "-cache-dir="+t.TempDir(), "-listen="+address)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	for range 100 {
		if resp, err := http.Get("http://" + address); err == nil {
			resp.Body.Close()
			return "http://" + address
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("the cache server does not answer")
	return ""
}
