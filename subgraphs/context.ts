/** Who asks. Until viewers bring a token, everyone is the public. */
export type Viewer = { readonly role: 'public' }

export const anyone: Viewer = { role: 'public' }
