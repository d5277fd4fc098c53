/** Texts that the newsroom can change in the settings. */
export const defaults = () => ({
	commentPrompt: 'This is a Public Square. Please leave a comment',
	aboutAuthorTitle: 'About Post Author',
	sourceLabel: 'Source',
	adLabel: 'Advertisements',
})
export type DefaultsMessages = ReturnType<typeof defaults>
