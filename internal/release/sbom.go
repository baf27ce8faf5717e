package main

import (
	"cmp"
	"debug/buildinfo"
	"os"
	"path/filepath"
	"strings"

	"github.com/CycloneDX/cyclonedx-go"
)

// materials writes the software bill of materials of a program: the modules
// that the go command recorded in it, with their checksums, and the standard
// library. It returns the name of the file.
func (r release) materials(t target, program string) (string, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return "", err
	}
	bom := cyclonedx.NewBOM()
	self := component(info.Main.Path, r.version, "")
	self.Type = cyclonedx.ComponentTypeApplication
	bom.Metadata = &cyclonedx.Metadata{Timestamp: r.when.Format("2006-01-02T15:04:05Z"), Component: &self}
	parts := []cyclonedx.Component{component("std", strings.TrimPrefix(info.GoVersion, "go"), "")}
	refs := []string{parts[0].BOMRef}
	for _, dep := range info.Deps {
		if dep.Replace != nil {
			dep = dep.Replace
		}
		c := component(dep.Path, dep.Version, dep.Sum)
		parts, refs = append(parts, c), append(refs, c.BOMRef)
	}
	bom.Components = &parts
	bom.Dependencies = &[]cyclonedx.Dependency{{Ref: self.BOMRef, Dependencies: &refs}}
	name := command + "_" + r.version + "_" + t.String() + ".cdx.json"
	f, err := os.Create(filepath.Join(r.out, name))
	if err != nil {
		return "", err
	}
	err = cyclonedx.NewBOMEncoder(f, cyclonedx.BOMFileFormatJSON).SetPretty(true).Encode(bom)
	return name, cmp.Or(err, f.Close())
}

// component is a module; sum is its line in go.sum.
func component(path, version, sum string) cyclonedx.Component {
	url := "pkg:golang/" + path + "@" + version
	c := cyclonedx.Component{BOMRef: url, Type: cyclonedx.ComponentTypeLibrary, Name: path, Version: version, PackageURL: url}
	if sum != "" {
		c.Properties = &[]cyclonedx.Property{{Name: "go.sum", Value: sum}}
	}
	return c
}
