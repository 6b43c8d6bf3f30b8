// Loaded first by `node --require`: whom the system lets do everything becomes somebody whom it does not.
if (process.getuid?.() === 0) {
  process.setgroups([]);
  process.setgid(65534);
  process.setuid(65534);
}
