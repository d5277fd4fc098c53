/** The value of a cookie that scripts may read. */
export const cookieValue = (name: string): string | undefined =>
	document.cookie
		.split('; ')
		.find((pair) => pair.startsWith(`${name}=`))
		?.slice(name.length + 1)
