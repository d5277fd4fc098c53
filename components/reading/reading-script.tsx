/** The script of the pages of photographs and of the reading list. */
export const ReadingScript = ({ src }: { src: string | null }) =>
	src && <script type="module" src={src} fetchPriority="low" />
