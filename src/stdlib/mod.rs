//! What `import` finds: natives in `native`, Python in `py`.
