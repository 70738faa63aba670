// Plain words as the alt text of a picture in markdown, between its brackets.

export const altMarkdown = (words: string): string => words.replace(/[\\`*_[\]<&]/g, '\\$&')
