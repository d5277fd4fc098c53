/** The client's record of writes that the server has acknowledged, to be compared with the disk. */
export class Acknowledged {
	/** Mood and stars by reader id; every reader votes once. */
	readonly moods = new Map<string, string>()
	readonly ratings = new Map<string, number>()
	/** Comment bodies, each unique. */
	readonly comments: string[] = []
	/** Headlines of saved revisions, each unique. */
	readonly revisions: string[] = []
	/** Number of the headline last published, by story id; a later one may be live if its response was lost. */
	readonly published = new Map<number, number>()
	/** SHA-256 of uploaded files. */
	readonly photos: string[] = []
	/** The number in the site's last saved tagline. */
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
