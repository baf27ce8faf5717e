// Package integration runs what is published beside the program: the action,
// the GitLab component, the hooks, the recipes of the documentation, and shared
// caches. It is a module of its own for the tools that this takes.
package integration
