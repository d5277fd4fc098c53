/** Writes that the server has confirmed, kept by the client: what a trial compares with the disk afterwards. */
export class Acknowledged {
	/** Mood and stars by reader id; every reader votes once. */
	readonly moods = new Map<string, string>()
	readonly ratings = new Map<string, number>()
	/** Texts, each of them unique. */
	readonly comments: string[] = []
	/** Headlines of saved revisions, each of them unique. */
	readonly revisions: string[] = []
	/** Headline number last published, by story id: later ones may be live too, where the answer was lost. */
	readonly published = new Map<number, number>()
	/** SHA-256 of uploaded files. */
	readonly photos: string[] = []
	/** The number last saved as the site's tagline. */
	tagline = 0

	get count(): number {
		return (
			this.moods.size +
			this.ratings.size +
			this.comments.length +
			this.revisions.length +
			this.published.size +
			this.photos.length +
			(this.tagline > 0 ? 1 : 0)
		)
	}
}
