/** A message of graphql-js without its "Did you mean", which would spell out names the client did not know. */
export const withoutSuggestions = (message: string) => message.replace(/ ?Did you mean .+?\?/gs, '')
