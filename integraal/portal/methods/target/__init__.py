"""Choosing a target: could this change ever be seen at our numbers?"""
