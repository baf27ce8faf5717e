package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

// A generated tree is a web service in layers: handlers call services through
// interfaces, those call repositories, and main puts them together. It needs
// nothing but the standard library, and can be of any size.

//go:embed generate.tmpl
var generateText string

// area is a part of the service: four packages with some entities each.
type area struct {
	Name     string
	Entities []string
}

const (
	entitiesPerArea = 20
	generatedModule = "example.com/generated"
)

// generate writes a module of about so many lines to dir.
func generate(dir string, lines int) error {
	tmpl, err := template.New("").Funcs(template.FuncMap{"title": title}).Parse(generateText)
	if err != nil {
		return err
	}
	var areas []area
	for written := 0; written < lines; {
		a := area{Name: fmt.Sprintf("area%d", len(areas))}
		for i := range entitiesPerArea {
			a.Entities = append(a.Entities, fmt.Sprintf("item%d", i))
		}
		areas = append(areas, a)
		for _, layer := range []string{"model", "repo", "service", "api"} {
			n, err := writeGenerated(tmpl, layer, filepath.Join(dir, a.Name, layer, layer+".go"), a)
			if err != nil {
				return err
			}
			written += n
		}
	}
	for name, file := range map[string]string{"store": "store/store.go", "main": "main.go", "mod": "go.mod"} {
		if _, err := writeGenerated(tmpl, name, filepath.Join(dir, filepath.FromSlash(file)), areas); err != nil {
			return err
		}
	}
	return nil
}

// writeGenerated writes one file and returns how many lines it has.
func writeGenerated(tmpl *template.Template, name, file string, data any) (int, error) {
	var b bytes.Buffer
	if err := tmpl.ExecuteTemplate(&b, name, data); err != nil {
		return 0, err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return 0, err
	}
	text := strings.TrimLeft(b.String(), "\n")
	return strings.Count(text, "\n"), os.WriteFile(file, []byte(text), 0o666)
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
