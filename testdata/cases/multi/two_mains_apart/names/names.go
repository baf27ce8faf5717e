// Package names is the service that both programs use.
package names

// Finder finds names.
type Finder interface {
	Find(id string) (string, error)
}

// Service serves names.
type Service struct{ Finder Finder }

// Name finds a name.
func (s Service) Name(id string) string {
	name, err := s.Finder.Find(id)
	if err != nil {
		return "?"
	}
	return name
}
