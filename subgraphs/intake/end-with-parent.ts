/**
 * Lets this process end when the one that started it does, killed perhaps, and not before: a Ctrl-C or a service manager
 * tells every process of the hub to stop, and what is cut off here would be taken for the fault of a file.
 */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
}
